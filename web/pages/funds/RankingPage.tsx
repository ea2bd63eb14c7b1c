import "./funds.css";
import { Alert, Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { addAmounts, formatMoney, LEI } from "../../../domain/money/amounts.ts";
import type { RankingLineView, RankingView } from "../../../domain/moh/fund-views.ts";
import { isOnItsWay, rankingQuery } from "../../api/funds.ts";
import { isApiError, post } from "../../api/http.ts";
import { queryClient, sessionQuery } from "../../api/queries.ts";
import { newId } from "../../forms/send.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Fact } from "../../parts/Fact.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";
import { Refusal } from "../../parts/Refusal.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { can } from "../../shell/abilities.ts";
import { FundLines } from "./FundLines.tsx";
import { monthText } from "../../forms/moh/MonthField.tsx";

/** The list of priorities: the order as it was made, to be read, confirmed and printed. */
export function RankingPage() {
  const t = useT();
  const { language } = useLanguage();
  const { month, number } = useParams({ from: "/inside/fonduri/$month/ordine/$number" });
  const { data, error, refetch } = useQuery(rankingQuery(month, number));
  return (
    <Page
      title={t("funds.ranking.title", { number, month: monthText(month, language) })}
      actions={
        <>
          <Link to="/fonduri" search={{ luna: month }} className="button-link">
            {t("funds.ranking.back", { month: monthText(month, language) })}
          </Link>
          <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
            {t("funds.ranking.print")}
          </Button>
        </>
      }
    >
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Ranking ranking={data} />}
    </Page>
  );
}

function Ranking({ ranking }: { ranking: RankingView }) {
  const t = useT();
  const { language } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const lei = (amount: string): string => formatMoney(amount, LEI, language);
  const { allocated, granted, left, madeBy, madeAt, confirmedBy, confirmedAt, state, lines } = ranking;
  useToldState(ranking);
  return (
    <>
      <dl className="facts fund-figures">
        <Fact label={t("funds.allocated")}>{lei(allocated)}</Fact>
        <Fact label={t("funds.granted")}>{lei(granted)}</Fact>
        <Fact label={t("funds.left")}>
          <strong>{lei(left)}</strong>
        </Fact>
      </dl>
      <p>
        {t("funds.ranking.made", { by: madeBy, at: formatInstant(madeAt) })}.{" "}
        {confirmedBy !== undefined &&
          `${t("funds.ranking.confirmed", { by: confirmedBy, at: formatInstant(confirmedAt ?? madeAt) })}.`}
      </p>
      <Progress ranking={ranking} />
      <p className="quiet">
        {t("funds.waiting.rule")} {t("funds.legal")}
      </p>
      <FundLines
        lines={lines}
        caption={t("funds.waiting")}
        allocated
        under={(line) => (state === "made" ? null : <LineState line={line} />)}
      />
      {state === "made" && session != null && can(session, "change-funds") && <Confirm ranking={ranking} />}
      <p className="print-only fund-signature">
        {confirmedBy ?? madeBy}
        <br />
        {t("funds.signature")}: ______________________
      </p>
    </>
  );
}

function LineState({ line: { state } }: { line: RankingLineView }) {
  const t = useT();
  return <span className="cell-note no-print">{t(`funds.line.${state}`)}</span>;
}

function Progress({ ranking: { state, done, refused, files } }: { ranking: RankingView }) {
  const t = useT();
  if (state === "made") return null;
  return (
    <section className="fund-progress no-print" role="status">
      {state !== "done" && (
        <>
          <progress max={files} value={done + refused} aria-label={t(`funds.ranking.state.${state}`)} />
          <p>{t("funds.ranking.progress", { done: done + refused, files })}</p>
        </>
      )}
      {refused > 0 && <p className="status status-overdue">{t("funds.ranking.problems", { count: refused })}</p>}
    </section>
  );
}

/** What confirming would do, in a sentence; when something changed meanwhile, what and by whom. */
function Confirm({ ranking }: { ranking: RankingView }) {
  const t = useT();
  const { language } = useLanguage();
  const { month, number, lines, funded, files } = ranking;
  const [commandId, setCommandId] = useState(newId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<RankingView>(`/api/funds/${month}/rankings/${number}/confirm`, { commandId }),
    onSuccess: (confirmed) => queryClient.setQueryData(rankingQuery(month, String(number)).queryKey, confirmed),
    onError: (refused) => {
      if (!isApiError(refused) || !refused.isUnavailable) setCommandId(newId());
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ["funds"] }),
  });
  const changed =
    isApiError(error, 409) && error.body.code === "RANKING_CHANGED" ? (error.body.changes ?? []) : undefined;
  const sum = addAmounts(lines.flatMap(({ funded: reached, lei }) => (reached && lei !== undefined ? [lei] : [])));
  return (
    <div className="fund-act no-print">
      <p>
        {t("funds.ranking.confirm.text", {
          count: funded,
          sum: formatMoney(sum, LEI, language),
          rest: files - funded,
        })}
      </p>
      {error !== null && <Refusal error={error} title={t("funds.ranking.refused")} />}
      {changed !== undefined && changed.length > 0 && (
        <Alert color="orange" title={t("funds.ranking.changes")}>
          <ul className="notice-list">
            {changed.map(({ title, by, at }) => (
              <li key={`${at}${title}`}>
                <strong>{title}</strong>: {by}, {formatInstant(at)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {changed === undefined ? (
        <Button loading={isPending} onClick={() => mutate()}>
          {t("funds.ranking.confirm")}
        </Button>
      ) : (
        <p>
          <Link to="/fonduri" search={{ luna: month }} className="button-link">
            {t("funds.rank.again")}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Tells once when the order has reached all its files. */
function useToldState(ranking: RankingView): void {
  const t = useT();
  const { number, state } = ranking;
  const wasOnItsWay = useRef(false);
  useEffect(() => {
    if (wasOnItsWay.current && state === "done") announce(t("funds.ranking.told", { number }));
    wasOnItsWay.current = isOnItsWay({ state });
  }, [number, state, t]);
}
