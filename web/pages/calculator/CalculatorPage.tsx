import "./calculator.css";
import { Alert, Button, NativeSelect, Radio, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { isApiError } from "../../api/http.ts";
import { previewQuery, rulesQuery } from "../../api/queries.ts";
import type { DeadlineExplanation } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import { today } from "../../parts/clock.ts";
import { DateInput } from "../../parts/DateInput.tsx";
import { DayByDay } from "../../parts/DayByDay.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";
import { RuleList } from "../../parts/RuleNote.tsx";
import { Failure, Loading } from "../../parts/states.tsx";

/** A legal term, counted day by day. Open to everybody; the address holds the question, so it can be sent on. */
export function CalculatorPage() {
  const t = useT();
  const { de_la = "", zile = "", regula = "" } = useSearch({ from: "/calculator" });
  const asked = isPlainDate(de_la) && (zile !== "" || regula !== "");
  const { language } = useLanguage();
  const { data, error, isFetching, refetch } = useQuery({
    ...previewQuery({ from: de_la, workingDays: regula === "" ? zile : "", rule: regula, lang: language }),
    enabled: asked,
  });
  return (
    <Page title={t("calculator.title")}>
      <p>{t("calculator.intro")}</p>
      <Question key={`${de_la} ${zile} ${regula}`} from={de_la} days={zile} rule={regula} />
      {asked && isFetching && data === undefined && <Loading />}
      {asked &&
        error !== null &&
        (isApiError(error, 422) ? <Refused error={error} /> : <Failure error={error} retry={() => void refetch()} />)}
      {asked && data !== undefined && error === null && <Answer answer={data} />}
    </Page>
  );
}

function Question({ from, days, rule }: { from: string; days: string; rule: string }) {
  const t = useT();
  const text = useText();
  const navigate = useNavigate({ from: "/calculator" });
  const { data: rules } = useQuery(rulesQuery);
  const [start, setStart] = useState(from === "" ? today() : from);
  const [by, setBy] = useState(rule === "" ? "days" : "rule");
  const [count, setCount] = useState(days === "" ? "2" : days);
  const [chosen, setChosen] = useState(rule);
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
    void navigate({
      search: by === "days" ? { de_la: start, zile: count.trim() } : { de_la: start, regula: chosen },
      resetScroll: false,
    });
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
          <Radio value="days" label={t("calculator.by.days")} />
          <Radio value="rule" label={t("calculator.by.rule")} />
        </div>
      </Radio.Group>
      {by === "days" ? (
        <TextInput
          label={t("calculator.days")}
          name="workingDays"
          inputMode="numeric"
          className="field-short"
          withAsterisk
          value={count}
          error={errors["count"]}
          onChange={(event) => setCount(event.currentTarget.value)}
        />
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
      <Button type="submit">{t("calculator.submit")}</Button>
    </form>
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

function Answer({ answer }: { answer: DeadlineExplanation }) {
  const t = useT();
  const { due, practicalDueOn, effectOn, startsOn, modeText, rule, days } = answer;
  return (
    <section className="calculator-answer" aria-labelledby="calculator-result">
      <div role="status">
        <h2 id="calculator-result">{t("calculator.due", { date: formatDate(due) })}</h2>
        {practicalDueOn !== undefined && <p>{t("calculator.practical", { date: formatDate(practicalDueOn) })}</p>}
        {effectOn !== undefined && <p>{t("calculator.effect", { date: formatDate(effectOn) })}</p>}
      </div>
      <p className="quiet">{t("calculator.counted", { from: formatDate(startsOn), mode: modeText })}</p>
      {rule !== undefined && <RuleList rules={[rule.id]} />}
      <DayByDay days={days} dueOn={due} />
      <p className="no-print">
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {t("calculator.print")}
        </Button>
      </p>
    </section>
  );
}
