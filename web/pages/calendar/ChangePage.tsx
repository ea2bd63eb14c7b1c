import "./calendar.css";
import "./admin.css";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { CalendarChangeView, ChangeState } from "../../../domain/calendar/administration.ts";
import { changeQuery } from "../../api/calendar.ts";
import { post } from "../../api/http.ts";
import { queryClient, sessionQuery } from "../../api/queries.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT, type Translate } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Fact } from "../../parts/Fact.tsx";
import { Page } from "../../parts/Page.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { useWhom } from "./act-text.ts";
import { ChangeStateSign } from "./ChangeStateSign.tsx";
import { NATIONAL, ownedCalendars } from "./owners.ts";
import { ActList } from "./PreparedActs.tsx";

/** One change of the calendar, and how far it has been carried into the files. */
export function ChangePage() {
  const t = useT();
  const { number } = useParams({ from: "/inside/administrare/calendar/schimbari/$number" });
  const { data, error, refetch } = useQuery(changeQuery(number));
  return (
    <Page
      title={t("calendar.change.title", { number })}
      actions={
        <Link to="/administrare/calendar" search={{ fila: "istoric" }} className="button-link">
          {t("calendar.change.back")}
        </Link>
      }
    >
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Change change={data} />}
    </Page>
  );
}

function Change({ change }: { change: CalendarChangeView }) {
  const t = useT();
  const whom = useWhom();
  const { data: session } = useQuery(sessionQuery);
  const owned = session == null ? [] : ownedCalendars(session);
  const { acts, institution, by, at } = change;
  useToldState(change);
  return (
    <>
      <dl className="facts">
        <Fact label={t("calendar.change.whose")}>
          {institution === undefined ? t("calendar.admin.national") : whom(institution)}
        </Fact>
        <Fact label={t("calendar.change.by")}>{by ?? t("calendar.changes.product")}</Fact>
        <Fact label={t("calendar.change.at")}>{formatInstant(at)}</Fact>
      </dl>
      <Progress change={change} mayControl={owned.some(({ id }) => id === (institution ?? NATIONAL))} />
      <h2>{t("calendar.change.acts")}</h2>
      <ActList acts={acts} />
    </>
  );
}

/** `mayControl`: whose calendar it is stops and resumes it. */
function Progress({ change, mayControl }: { change: CalendarChangeView; mayControl: boolean }) {
  const t = useT();
  const { number, state, files, filesDone, moved, ratePerSecond, estimatedEndAt, finishedAt } = change;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (what: "stop" | "resume") => post<unknown>(`/api/calendar/changes/${number}/${what}`, {}),
    onSettled: async () => await queryClient.invalidateQueries({ queryKey: ["calendar-change", String(number)] }),
  });
  const isKnown = files > 0 || state === "done";
  return (
    <section className="progress" aria-labelledby="change-progress">
      <h2 id="change-progress">
        {t("calendar.change.progress")}: <ChangeStateSign state={state} />
      </h2>
      {files > 0 && <progress max={files} value={filesDone} aria-labelledby="change-progress" />}
      <p>
        {!isKnown && t("calendar.change.looking")}
        {isKnown && files === 0 && t("calendar.change.noFiles")}
        {files > 0 && t("calendar.change.filesDone", { done: filesDone, files, moved })}
      </p>
      <p className="quiet">
        {[
          ...(ratePerSecond === undefined || files === 0
            ? []
            : [t("calendar.change.rate", { rate: Math.round(ratePerSecond) })]),
          ...(state === "running" && estimatedEndAt !== undefined
            ? [t("calendar.change.left", { left: timeUntil(estimatedEndAt, t) })]
            : []),
          ...(finishedAt === undefined ? [] : [t("calendar.change.finished", { at: formatInstant(finishedAt) })]),
        ].join("; ")}
      </p>
      {state === "stopped" && <p>{t("calendar.change.stopped.text")}</p>}
      {mayControl && (state === "running" || state === "saved") && (
        <Button variant="default" loading={isPending} onClick={() => mutate("stop")}>
          {t("calendar.change.stop")}
        </Button>
      )}
      {mayControl && state === "stopped" && (
        <Button loading={isPending} onClick={() => mutate("resume")}>
          {t("calendar.change.resume")}
        </Button>
      )}
      {error !== null && (
        <p className="field-error" role="alert">
          {error.message}
        </p>
      )}
    </section>
  );
}

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3_600;

/** `30 de secunde`, `4 minute`, `2 ore`: how long it is until an instant. */
function timeUntil(instant: string, t: Translate): string {
  const seconds = Math.max(1, Math.round((Date.parse(instant) - Date.now()) / 1000));
  if (seconds < 2 * SECONDS_PER_MINUTE) return t("calendar.change.seconds", { count: seconds });
  if (seconds < 2 * SECONDS_PER_HOUR) {
    return t("calendar.change.minutes", { count: Math.round(seconds / SECONDS_PER_MINUTE) });
  }
  return t("calendar.change.hours", { count: Math.round(seconds / SECONDS_PER_HOUR) });
}

/** Tells once each time that the state becomes another. */
function useToldState({ number, state }: CalendarChangeView): void {
  const t = useT();
  const told = useRef<ChangeState>(state);
  useEffect(() => {
    if (told.current === state) return;
    const before = told.current;
    told.current = state;
    if (state === "saved" || (state === "running" && before === "saved")) return;
    announce(t(`calendar.change.told.${state}`, { number }), state === "stopped" ? "dash" : "check");
  }, [number, state, t]);
}
