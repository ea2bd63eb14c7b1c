/** An E112 file is opened at an insurance house: who, by whom, for what, and the clinic as far as it is known. */
import { Alert, NativeSelect, Radio, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { institutionsQuery } from "../../api/queries.ts";
import { AnswerInput } from "../../forms/AnswerInput.tsx";
import { ClinicFields } from "../../forms/e112/ClinicFields.tsx";
import { getAt, textAt } from "../../forms/values.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { checkNewFile, emptyFile, isTreatment, newFileRequest, rolesFor, withFittingApplicant } from "./e112-file.ts";
import { FilingForm, type FiledHere, type FilingParts } from "./FilingForm.tsx";
import { isChild } from "./filing.ts";
import { PatientFields, PersonInput } from "./PersonFields.tsx";
import { useOwnHouses } from "./use-own-houses.ts";

export function E112Filing({ onFiled }: { onFiled: (filed: FiledHere) => void }) {
  const houses = useOwnHouses("e112");
  const initial = useMemo(() => emptyFile(houses), [houses]);
  return (
    <FilingForm
      type="openFile"
      process="e112"
      initial={initial}
      houses={houses}
      labels={{ house: "newFile.house", filing: "newFile.opening", submit: "newFile.open" }}
      check={checkNewFile}
      request={newFileRequest}
      derive={withFittingApplicant}
      onFiled={onFiled}
    >
      {(parts) => (
        <>
          <PatientFields {...parts}>
            <PersonInput {...parts} path="patient.surnameAtBirth" label="person.surnameAtBirth" />
            <HouseOfPatient {...parts} />
          </PatientFields>
          <ApplicantFields {...parts} />
          <Purpose {...parts} />
          {isTreatment(parts.values) && <Treatment {...parts} />}
        </>
      )}
    </FilingForm>
  );
}

function HouseOfPatient({ values, errors, set }: FilingParts) {
  const t = useT();
  const text = useText();
  const { data } = useQuery(institutionsQuery);
  const houses = [...(data?.values() ?? [])].filter(({ kind }) => kind === "cas");
  return (
    <NativeSelect
      name="patient.casId"
      label={
        <>
          {t("newFile.casId")} <small className="label-rule">E112-59</small>
        </>
      }
      error={errors["patient.casId"]}
      value={textAt(values, "patient.casId")}
      onChange={(event) => set("patient.casId", event.currentTarget.value)}
    >
      <option value="">{t("form.unset")}</option>
      {houses.map(({ id, name }) => (
        <option key={id} value={id}>
          {text(name)}
        </option>
      ))}
    </NativeSelect>
  );
}

function ApplicantFields(parts: FilingParts) {
  const t = useT();
  const { values, errors, occurredOn, set } = parts;
  const child = isChild(values, occurredOn);
  const role = textAt(values, "applicant.role");
  return (
    <fieldset className="group">
      <legend>
        {t("newFile.applicant")} <small className="label-rule">{child ? "E112-72" : "E112-65"}</small>
      </legend>
      {!isPlainDate(textAt(values, "patient.birthDate")) && (
        <p className="field-note">{t("newFile.applicant.byAge")}</p>
      )}
      <Radio.Group
        name="applicant.role"
        label={t("newFile.applicant")}
        labelProps={{ className: "sr-only" }}
        value={role}
        error={errors["applicant.role"]}
        onChange={(chosen) => set("applicant.role", chosen)}
      >
        <div className="choices">
          {rolesFor(child).map((offered) => (
            <Radio key={offered} value={offered} label={t(`filer.${offered}`)} />
          ))}
        </div>
      </Radio.Group>
      {role === "otherPerson" && (
        <Alert color="blue" mb="sm">
          {t(child ? "newFile.applicant.thirdForChild" : "newFile.applicant.attorney")}
        </Alert>
      )}
      {role !== "patient" && (
        <div className="group-fields">
          <PersonInput {...parts} path="applicant.surname" label="person.surname" required />
          <PersonInput {...parts} path="applicant.givenName" label="person.givenName" required />
          <PersonInput {...parts} path="applicant.phone" label="person.phone" type="tel" />
          <PersonInput {...parts} path="applicant.email" label="person.email" type="email" />
        </div>
      )}
    </fieldset>
  );
}

function Purpose({ values, errors, set }: FilingParts) {
  const t = useT();
  return (
    <fieldset className="group">
      <legend>{t("newFile.category")}</legend>
      <Radio.Group
        name="category"
        label={t("newFile.category")}
        labelProps={{ className: "sr-only" }}
        value={textAt(values, "category")}
        error={errors["category"]}
        onChange={(chosen) => set("category", chosen)}
      >
        <Stack gap={6}>
          <Radio value="2" label={<Ruled text={t("newFile.category.2")} rule="E112-87" />} />
          <Radio value="1" label={<Ruled text={t("newFile.category.1")} rule="E112-86" />} />
        </Stack>
      </Radio.Group>
      {!isTreatment(values) && (
        <Alert color="blue" mt="sm">
          {t("newFile.category.1.note")}
        </Alert>
      )}
    </fieldset>
  );
}

function Treatment({ values, errors, set }: FilingParts) {
  const t = useT();
  return (
    <fieldset className="group">
      <legend>{t("newFile.clinic")}</legend>
      <p className="field-note">{t("newFile.clinic.hint")}</p>
      <ClinicFields path="clinic" values={values} errors={errors} required={false} set={set} />
      <div className="new-file-package">
        <AnswerInput
          name="inBasicPackage"
          label={<Ruled text={t("newFile.package")} rule="E112-04" />}
          error={errors["inBasicPackage"]}
          value={getAt(values, "inBasicPackage")}
          onChange={(is) => set("inBasicPackage", is)}
        />
      </div>
    </fieldset>
  );
}

function Ruled({ text, rule }: { readonly text: string; readonly rule: string }) {
  return (
    <>
      {text} <small className="label-rule">{rule}</small>
    </>
  );
}
