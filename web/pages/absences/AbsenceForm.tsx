import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { possibleSubstitutes } from "../../../domain/people/absences.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { post } from "../../api/http.ts";
import type { AbsenceList, AbsenceView, ColleagueView } from "../../api/people.ts";
import { institutionsQuery, queryClient } from "../../api/queries.ts";
import { refusedFields } from "../../forms/refusal.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { DateInput } from "../../parts/DateInput.tsx";
import { Refusal } from "../../parts/Refusal.tsx";

const FIELDS = ["userId", "fromOn", "untilOn", "substituteId"] as const;
type Field = (typeof FIELDS)[number];

interface Typed {
  readonly institution: string;
  readonly userId: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly substituteId: string;
}

/** Declares an absence: one's own, or for those who answer for people a colleague's. */
export function AbsenceForm({ list, me }: { list: AbsenceList; me: string }) {
  const t = useT();
  const empty: Typed = {
    institution: list.people.find(({ id }) => id === me)?.institution ?? "",
    userId: me,
    fromOn: list.today,
    untilOn: "",
    substituteId: "",
  };
  const [typed, setTyped] = useState(empty);
  const [missing, setMissing] = useState<Partial<Record<Field, string>>>({});
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (declaration: Typed) => post<AbsenceView>("/api/absences", declaration),
    onSuccess: ({ user, substitute, fromOn, untilOn }) => {
      const days = { from: formatDate(fromOn), until: formatDate(untilOn) };
      announce(t("absences.new.done", { name: user.name, substitute: substitute.name, ...days }));
      setTyped(empty);
      void queryClient.invalidateQueries({ queryKey: ["absences"] });
      void queryClient.invalidateQueries({ queryKey: ["tasks"] });
    },
  });
  const errors: Readonly<Record<string, string | undefined>> = { ...refusedFields(error), ...missing };
  const absent = list.people.find(({ id, institution }) => id === typed.userId && institution === typed.institution);
  const able = absent === undefined ? [] : substitutes(list, absent, typed);
  // Who was chosen may be away on days chosen later.
  const substituteId = able.some(({ id }) => id === typed.substituteId) ? typed.substituteId : "";

  function set(change: Partial<Typed>) {
    setTyped((before) => ({ ...before, ...change }));
    setMissing({});
    reset();
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const found = {
      ...(isPlainDate(typed.fromOn) ? {} : { fromOn: t("form.error.date", { label: t("absences.new.from") }) }),
      ...(isPlainDate(typed.untilOn) ? {} : { untilOn: t("form.error.date", { label: t("absences.new.until") }) }),
      ...(substituteId === ""
        ? { substituteId: t("form.error.required", { label: t("absences.new.substitute") }) }
        : {}),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) mutate({ ...typed, substituteId });
  }

  return (
    <form className="group absence-form" aria-labelledby="absence-new" onSubmit={submit} noValidate>
      <h2 id="absence-new">{t("absences.new")}</h2>
      {error !== null && <Refusal error={error} title={t("absences.new.refused")} shown={FIELDS} />}
      <PlaceField list={list} me={me} typed={typed} set={set} />
      <WhoField list={list} me={me} typed={typed} set={set} error={errors["userId"]} />
      <DateInput
        label={t("absences.new.from")}
        name="fromOn"
        required
        min={list.today}
        value={typed.fromOn}
        error={errors["fromOn"]}
        onChange={(fromOn) => set({ fromOn })}
      />
      <DateInput
        label={t("absences.new.until")}
        description={t("absences.new.until.hint")}
        name="untilOn"
        required
        min={isPlainDate(typed.fromOn) ? typed.fromOn : list.today}
        value={typed.untilOn}
        error={errors["untilOn"]}
        onChange={(untilOn) => set({ untilOn })}
      />
      <NativeSelect
        label={t("absences.new.substitute")}
        description={t(able.length === 0 ? "absences.new.substitute.none" : "absences.new.substitute.hint")}
        name="substituteId"
        withAsterisk
        value={substituteId}
        error={errors["substituteId"]}
        onChange={(event) => set({ substituteId: event.currentTarget.value })}
      >
        <option value="">{t("form.choose")}</option>
        {able.map(({ id, name, roles }) => (
          <option key={id} value={id}>
            {name}, {roles.map((role) => t(`role.${role}`)).join(", ")}
          </option>
        ))}
      </NativeSelect>
      <div>
        <Button type="submit" loading={isPending}>
          {t("absences.new.submit")}
        </Button>
      </div>
    </form>
  );
}

/** Those who can stand in on the chosen days, as the API will judge it. */
function substitutes(list: AbsenceList, absent: ColleagueView, { fromOn, untilOn }: Typed) {
  const ofPlace = ({ institution }: { institution: string }) => institution === absent.institution;
  const standing = list.items
    .filter((item) => ofPlace(item) && item.withdrawnAt === undefined)
    .map((item) => ({ ...item, userId: item.user.id, substituteId: item.substitute.id }));
  const from = isPlainDate(fromOn) ? fromOn : list.today;
  const days = { fromOn: from, untilOn: isPlainDate(untilOn) ? untilOn : from };
  return possibleSubstitutes(absent, days, {
    today: list.today,
    colleagues: list.people.filter(ofPlace),
    standing,
  });
}

interface PartProps {
  readonly list: AbsenceList;
  readonly me: string;
  readonly typed: Typed;
  set(change: Partial<Typed>): void;
}

/** For people who work in several institutions. */
function PlaceField({ list, me, typed, set }: PartProps) {
  const t = useT();
  const text = useText();
  const { data: institutions } = useQuery(institutionsQuery);
  const places = [...new Set(list.people.map(({ institution }) => institution))];
  if (places.length < 2) return null;
  return (
    <NativeSelect
      label={t("absences.institution")}
      name="institution"
      value={typed.institution}
      onChange={(event) => set({ institution: event.currentTarget.value, userId: me })}
    >
      {places.map((id) => {
        const name = institutions?.get(id)?.name;
        return (
          <option key={id} value={id}>
            {name === undefined ? id : text(name)}
          </option>
        );
      })}
    </NativeSelect>
  );
}

function WhoField({ list, me, typed, set, error }: PartProps & { readonly error: string | undefined }) {
  const t = useT();
  const people = list.people.filter(({ institution, mayDeclare }) => mayDeclare && institution === typed.institution);
  if (people.length < 2) return null;
  return (
    <NativeSelect
      label={t("absences.new.who")}
      name="userId"
      value={typed.userId}
      error={error}
      onChange={(event) => set({ userId: event.currentTarget.value })}
    >
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {id === me ? t("absences.new.me", { name }) : name}
        </option>
      ))}
    </NativeSelect>
  );
}
