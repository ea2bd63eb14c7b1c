import "./calculator.css";
import { Alert, Button, NativeSelect, Radio, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import type { DeadlineExplanation } from "../../../domain/case/view.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { isApiError } from "../../api/http.ts";
import { previewQuery, queryString, rulesQuery } from "../../api/queries.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import { today } from "../../parts/clock.ts";
import { CountingGround } from "../../parts/CountingGround.tsx";
import { DateInput } from "../../parts/DateInput.tsx";
import { DayByDay } from "../../parts/DayByDay.tsx";
import { Icon } from "../../parts/icons.tsx";
import { useInstitutionsByName } from "../../parts/institutions.ts";
import { Page } from "../../parts/Page.tsx";
import { ProvisionalDate } from "../../parts/Provisional.tsx";
import { RuleList } from "../../parts/RuleNote.tsx";
import { Failure, Loading } from "../../parts/states.tsx";

/** Parameters of the preview that ask for a bare term, by what it counts. */
const UNITS = ["workingDays", "freeDays", "calendarDays", "hours", "months", "years"] as const;
type Unit = (typeof UNITS)[number];

/** A legal term, counted day by day. Open to everybody; the address holds the question, so it can be sent on. */
export function CalculatorPage() {
  const t = useT();
  const { language } = useLanguage();
  const { de_la = "", zile = "", fel = "", regula = "", institutie = "" } = useSearch({ from: "/calculator" });
  const unit = UNITS.find((known) => known === fel) ?? "workingDays";
  const asked = isPlainDate(de_la) && (zile !== "" || regula !== "");
  const params = {
    from: de_la,
    ...(regula === "" ? { [unit]: zile } : { rule: regula }),
    institution: institutie,
    lang: language,
  };
  const { data, error, isFetching, refetch } = useQuery({ ...previewQuery(params), enabled: asked });
  const question = { from: de_la, length: zile, unit, rule: regula, institution: institutie };
  return (
    <Page title={t("calculator.title")}>
      <p>{t("calculator.intro")}</p>
      <Question key={JSON.stringify(question)} asked={question} />
      {asked && isFetching && data === undefined && <Loading />}
      {asked &&
        error !== null &&
        (isApiError(error, 422) ? <Refused error={error} /> : <Failure error={error} retry={() => void refetch()} />)}
      {asked && data !== undefined && error === null && (
        <Answer answer={data} paper={`/api/deadlines/preview.pdf${queryString(params)}`} />
      )}
    </Page>
  );
}

interface AskedTerm {
  readonly from: string;
  readonly length: string;
  readonly unit: Unit;
  readonly rule: string;
  readonly institution: string;
}

function Question({ asked }: { asked: AskedTerm }) {
  const t = useT();
  const text = useText();
  const navigate = useNavigate({ from: "/calculator" });
  const { data: rules } = useQuery(rulesQuery);
  const [start, setStart] = useState(asked.from === "" ? today() : asked.from);
  const [by, setBy] = useState(asked.rule === "" ? "days" : "rule");
  const [count, setCount] = useState(asked.length === "" ? "2" : asked.length);
  const [unit, setUnit] = useState(asked.unit);
  const [chosen, setChosen] = useState(asked.rule);
  const [institution, setInstitution] = useState(asked.institution);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const withTerm = [...(rules?.values() ?? [])].filter(({ deadline }) => deadline !== undefined);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const found = {
      ...(isPlainDate(start) ? {} : { start: t("form.error.date", { label: t("calculator.from") }) }),
      ...(by === "days" && !/^\d{1,4}$/.test(count.trim()) ? { count: t("calculator.error.days") } : {}),
      ...(by === "rule" && chosen === "" ? { rule: t("form.error.required", { label: t("calculator.rule") }) } : {}),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const term =
      by === "days" ? { zile: count.trim(), fel: unit === "workingDays" ? undefined : unit } : { regula: chosen };
    void navigate({ search: { de_la: start, ...term, institutie: institution }, resetScroll: false });
  }

  return (
    <form className="calculator no-print" onSubmit={submit} noValidate>
      <DateInput
        label={t("calculator.from")}
        description={t("calculator.from.hint")}
        name="from"
        required
        value={start}
        error={errors["start"]}
        onChange={setStart}
      />
      <Radio.Group label={t("calculator.by")} name="by" value={by} onChange={setBy}>
        <div className="calculator-by">
          <Radio value="days" label={t("calculator.by.term")} />
          <Radio value="rule" label={t("calculator.by.rule")} />
        </div>
      </Radio.Group>
      {by === "days" ? (
        <div className="calculator-term">
          <TextInput
            label={t("calculator.length")}
            name="length"
            inputMode="numeric"
            className="calculator-length"
            withAsterisk
            value={count}
            error={errors["count"]}
            onChange={(event) => setCount(event.currentTarget.value)}
          />
          <NativeSelect
            label={t("calculator.unit")}
            name="unit"
            value={unit}
            onChange={(event) => {
              const value = event.currentTarget.value;
              setUnit(UNITS.find((known) => known === value) ?? "workingDays");
            }}
          >
            {UNITS.map((known) => (
              <option key={known} value={known}>
                {t(`calculator.unit.${known}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
      ) : (
        <NativeSelect
          label={t("calculator.rule")}
          name="rule"
          withAsterisk
          value={chosen}
          error={errors["rule"]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{t("form.choose")}</option>
          {withTerm.map(({ id, text: words }) => (
            <option key={id} value={id}>
              {id}: {text(words)}
            </option>
          ))}
        </NativeSelect>
      )}
      <InstitutionSelect value={institution} byRule={by === "rule"} onChange={setInstitution} />
      <Button type="submit">{t("calculator.submit")}</Button>
    </form>
  );
}

interface InstitutionSelectProps {
  readonly value: string;
  readonly byRule: boolean;
  onChange(institution: string): void;
}

/** By whose calendar: that decides which declared days count. */
function InstitutionSelect({ value, byRule, onChange }: InstitutionSelectProps) {
  const t = useT();
  const institutions = useInstitutionsByName();
  return (
    <NativeSelect
      label={t("calculator.institution")}
      description={t(value === "" && !byRule ? "calculator.institution.none.hint" : "calculator.institution.hint")}
      name="institution"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t(byRule ? "calculator.institution.any" : "calculator.institution.none")}</option>
      {institutions.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

function Refused({
  error,
}: {
  error: { body: { message: string; fields?: readonly { path: string; message: string }[] } };
}) {
  const { message: title } = error.body;
  const fields = (error.body.fields ?? []).filter(({ message }) => message !== title);
  return (
    <Alert color="red" title={title} className="calculator-answer">
      {fields.length > 0 && (
        <ul className="notice-list">
          {fields.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

function Answer({ answer, paper }: { answer: DeadlineExplanation; paper: string }) {
  const t = useT();
  const { due, practicalDueOn, effectOn, startsOn, modeText, rule, days, provisional, provisionalYears } = answer;
  const isAdvice = rule?.deadline?.advisory === true;
  return (
    <section className="calculator-answer" aria-labelledby="calculator-result">
      <div role="status">
        <h2 id="calculator-result">
          {t(isAdvice ? "calculator.advised" : "calculator.due", { date: formatDate(due) })}
        </h2>
        {isAdvice && <p>{t("calculator.advice")}</p>}
        {practicalDueOn !== undefined && <p>{t("calculator.practical", { date: formatDate(practicalDueOn) })}</p>}
        {effectOn !== undefined && <p>{t("calculator.effect", { date: formatDate(effectOn) })}</p>}
        {provisional && <ProvisionalDate years={provisionalYears} />}
      </div>
      <p className="quiet">{t("calculator.counted", { from: formatDate(startsOn), mode: modeText })}</p>
      {rule !== undefined && <RuleList rules={[rule.id]} />}
      {rule !== undefined && <CountingGround rule={rule} />}
      {!isAdvice && <DayByDay days={days} dueOn={due} />}
      <p className="quiet">
        {t("calculator.versions", { number: answer.calendarNumber, calendar: answer.calendarVersion })}
        {answer.lawVersion !== undefined && ` ${t("calculator.lawVersion", { version: answer.lawVersion })}`}
      </p>
      <p className="buttons no-print">
        <Button
          variant="default"
          component="a"
          href={paper}
          target="_blank"
          rel="noreferrer"
          leftSection={<Icon name="file" />}
        >
          {t("calculator.pdf")}
        </Button>
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {t("calculator.print")}
        </Button>
      </p>
    </section>
  );
}
