import "./funds.css";
import { Alert, Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { formatMoney, LEI } from "../../../domain/money/amounts.ts";
import type { FundMonth, RankingView } from "../../../domain/moh/fund-views.ts";
import { bucharestDate } from "../../../domain/plain-date.ts";
import { fundsQuery, isOnItsWay } from "../../api/funds.ts";
import { post } from "../../api/http.ts";
import { queryClient, sessionQuery } from "../../api/queries.ts";
import { newId } from "../../forms/send.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { Fact } from "../../parts/Fact.tsx";
import { Page } from "../../parts/Page.tsx";
import { Refusal } from "../../parts/Refusal.tsx";
import { RuleList } from "../../parts/RuleNote.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { can } from "../../shell/abilities.ts";
import { AllocationForm } from "./AllocationForm.tsx";
import { ConfirmOne } from "./ConfirmOne.tsx";
import { FundLines } from "./FundLines.tsx";
import { monthText } from "../../forms/moh/MonthField.tsx";
import { isMonth, monthAfter } from "./month.ts";

const RULES = ["MOH-77", "MOH-78", "MOH-79"] as const;
const MONTHS_BACK = 18;
const MONTHS_AHEAD = 3;

/** A month's funds: what was allocated and granted, what is left, who waits and why, and the orders of priority. */
export function FundsPage() {
  const t = useT();
  const { language } = useLanguage();
  const { luna } = useSearch({ from: "/inside/fonduri" });
  const [thisMonth] = useState(() => bucharestDate(Date.now()).slice(0, 7));
  const month = isMonth(luna) ? luna : thisMonth;
  const { data, error, isPlaceholderData, refetch } = useQuery(fundsQuery(month));
  return (
    <Page title={t("funds.of", { month: monthText(month, language) })}>
      <MonthChooser month={month} thisMonth={thisMonth} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && error === null && (
        <div className={isPlaceholderData ? "waiting" : undefined}>
          <Funds key={data.month} funds={data} />
        </div>
      )}
    </Page>
  );
}

function MonthChooser({ month, thisMonth }: { month: string; thisMonth: string }) {
  const t = useT();
  const { language } = useLanguage();
  const navigate = useNavigate({ from: "/fonduri" });
  const near = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (_, index) =>
    monthAfter(thisMonth, MONTHS_AHEAD - index),
  );
  const months = near.includes(month) ? near : [month, ...near].toSorted().toReversed();
  return (
    <div className="filters fund-months no-print">
      <NativeSelect
        label={t("funds.month")}
        value={month}
        onChange={(event) => void navigate({ search: { luna: event.currentTarget.value } })}
      >
        {months.map((each) => (
          <option key={each} value={each}>
            {monthText(each, language)}
          </option>
        ))}
      </NativeSelect>
      <nav aria-label={t("funds.month")}>
        <Link to="/fonduri" search={{ luna: monthAfter(month, -1) }}>
          {t("funds.previous")}
        </Link>
        <Link to="/fonduri" search={{ luna: monthAfter(month, 1) }}>
          {t("funds.next")}
        </Link>
      </nav>
    </div>
  );
}

function Funds({ funds }: { funds: FundMonth }) {
  const t = useT();
  const { data: session } = useQuery(sessionQuery);
  const mayChange = session != null && can(session, "change-funds");
  const running = funds.rankings.find(isOnItsWay);
  return (
    <>
      <Figures funds={funds} />
      <Situation funds={funds} />
      {running !== undefined && (
        <p role="status">
          <Link to="/fonduri/$month/ordine/$number" params={{ month: funds.month, number: String(running.number) }}>
            {t("funds.running", { number: running.number })}
          </Link>{" "}
          {t("funds.ranking.progress", { done: running.done + running.refused, files: running.files })}
        </p>
      )}
      <section aria-labelledby="funds-waiting">
        <h2 id="funds-waiting">{t("funds.waiting")}</h2>
        {funds.requests.length === 0 ? (
          <Empty>{t("funds.waiting.none")}</Empty>
        ) : (
          <>
            <p className="quiet">{t("funds.waiting.rule")}</p>
            <FundLines
              lines={funds.requests}
              caption={t("funds.waiting")}
              allocated={funds.allocation !== undefined}
              under={(line) => (
                <>
                  <span className="cell-note">{t(`funds.step.${line.step}`)}</span>
                  {mayChange && !funds.exceeded && running === undefined && (
                    <ConfirmOne line={line} month={funds.month} />
                  )}
                </>
              )}
            />
          </>
        )}
        {mayChange && funds.allocation !== undefined && funds.requests.length > 0 && running === undefined && (
          <Rank funds={funds} />
        )}
      </section>
      <div className="fund-columns">
        <Rankings funds={funds} />
        <Grants funds={funds} />
        <Allocations funds={funds} mayChange={mayChange} />
        <RuleList rules={RULES} />
      </div>
    </>
  );
}

function Figures({ funds: { allocation, granted, left, asked } }: { funds: FundMonth }) {
  const t = useT();
  const { language } = useLanguage();
  const lei = (amount: string): string => formatMoney(amount, LEI, language);
  return (
    <dl className="facts fund-figures">
      <Fact label={t("funds.allocated")}>
        {allocation === undefined ? (
          <span className="mark mark-warn">{t("funds.notAllocated")}</span>
        ) : (
          <>
            <strong>{lei(allocation.amount)}</strong> <span className="cell-note">{allocation.legalAct}</span>
          </>
        )}
      </Fact>
      <Fact label={t("funds.granted")}>{lei(granted)}</Fact>
      {left !== undefined && (
        <Fact label={t("funds.left")}>
          <strong>{lei(left)}</strong>
        </Fact>
      )}
      <Fact label={t("funds.asked")}>{lei(asked)}</Fact>
    </dl>
  );
}

/** In a sentence: do the requests fit, and what follows from it. */
function Situation({ funds: { allocation, left, exceeded, withoutRate, requests } }: { funds: FundMonth }) {
  const t = useT();
  const notes = [
    ...(left?.startsWith("-") === true ? [t("funds.overspent")] : []),
    ...(withoutRate > 0 ? [t("funds.withoutRate", { count: withoutRate })] : []),
  ];
  const fits = requests.length > 0 && allocation !== undefined && !exceeded && withoutRate === 0;
  return (
    <div className="fund-situation">
      {allocation === undefined && <p>{t("funds.noAllocation")}</p>}
      {fits && <p>{t("funds.fits")}</p>}
      {exceeded && (
        <Alert color="orange" title={t("funds.exceeded")}>
          <span className="quiet">{t("funds.legal")}</span>
        </Alert>
      )}
      {notes.map((note) => (
        <p key={note} className="status status-overdue">
          {note}
        </p>
      ))}
    </div>
  );
}

/** Makes the order and opens it, to be read and confirmed. */
function Rank({ funds: { month, rankings } }: { funds: FundMonth }) {
  const t = useT();
  const navigate = useNavigate({ from: "/fonduri" });
  const [commandId, setCommandId] = useState(newId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<RankingView>(`/api/funds/${month}/rankings`, { commandId }),
    onSuccess: ({ number }) => {
      void queryClient.invalidateQueries({ queryKey: ["funds"] });
      void navigate({ to: "/fonduri/$month/ordine/$number", params: { month, number: String(number) } });
    },
    onError: () => setCommandId(newId()),
  });
  return (
    <div className="fund-act no-print">
      {error !== null && <Refusal error={error} title={t("funds.rank.refused")} />}
      <Button loading={isPending} onClick={() => mutate()}>
        {t(rankings.length === 0 ? "funds.rank" : "funds.rank.again")}
      </Button>
    </div>
  );
}

function Rankings({ funds: { month, rankings } }: { funds: FundMonth }) {
  const t = useT();
  return (
    <section aria-labelledby="funds-rankings">
      <h2 id="funds-rankings">{t("funds.rankings")}</h2>
      {rankings.length === 0 && <p className="quiet">{t("funds.rankings.none")}</p>}
      <ul className="fund-history">
        {rankings.map((ranking, index) => (
          <li key={ranking.number}>
            <Link to="/fonduri/$month/ordine/$number" params={{ month, number: String(ranking.number) }}>
              {t("funds.ranking", { number: ranking.number })}
            </Link>
            {": "}
            {t(`funds.ranking.state.${ranking.state === "made" && index > 0 ? "replaced" : ranking.state}`)}
            <span className="cell-note">
              {t("funds.ranking.counts", { funded: ranking.funded, files: ranking.files })};{" "}
              {ranking.confirmedBy === undefined
                ? t("funds.ranking.made", { by: ranking.madeBy, at: formatInstant(ranking.madeAt) })
                : t("funds.ranking.confirmed", {
                    by: ranking.confirmedBy,
                    at: formatInstant(ranking.confirmedAt ?? ranking.madeAt),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Grants({ funds: { grants } }: { funds: FundMonth }) {
  const t = useT();
  const { language } = useLanguage();
  return (
    <section aria-labelledby="funds-grants">
      <h2 id="funds-grants">{t("funds.grants")}</h2>
      {grants.length === 0 && <p className="quiet">{t("funds.grants.none")}</p>}
      <ul className="fund-history">
        {grants.map(({ caseId, ministryNumber, patient, amount, currency, lei, state, by, at }) => (
          <li key={caseId}>
            <Link to="/dosare/$caseId" params={{ caseId }} search={{}} className="number">
              {ministryNumber}
            </Link>{" "}
            {patient},{" "}
            <strong>
              {lei === undefined ? formatMoney(amount, currency, language) : formatMoney(lei, LEI, language)}
            </strong>
            <span className="cell-note">
              {t(`funds.grant.${state}`)}; {by}, {formatInstant(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was allocated, the latest first; the form for another entry. */
function Allocations({ funds, mayChange }: { funds: FundMonth; mayChange: boolean }) {
  const t = useT();
  const { language } = useLanguage();
  const { allocations } = funds;
  return (
    <section aria-labelledby="funds-allocations">
      <h2 id="funds-allocations">{t(mayChange ? "funds.allocate" : "funds.allocate.history")}</h2>
      <ul className="fund-history">
        {allocations.map(({ version, amount, legalAct, by, at }, index) => (
          <li key={version} className={index === 0 ? undefined : "quiet"}>
            <strong>{formatMoney(amount, LEI, language)}</strong>, {legalAct}
            <span className="cell-note">
              {by}, {formatInstant(at)}
            </span>
          </li>
        ))}
      </ul>
      {mayChange && <AllocationForm key={allocations.length} funds={funds} />}
    </section>
  );
}
