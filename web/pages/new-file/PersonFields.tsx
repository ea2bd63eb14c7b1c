/** The patient, and who files (MOH-04, E112-64). */
import { Alert, Checkbox, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { COUNTIES, COUNTY_CODES } from "../../../domain/people/counties.ts";
import type { FieldErrors } from "../../forms/describe.ts";
import { getAt, textAt, type Values } from "../../forms/values.ts";
import { useT } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import { DateInput } from "../../parts/DateInput.tsx";

export interface PersonFieldsProps {
  readonly values: Values;
  readonly errors: FieldErrors;
  set(path: string, value: unknown): void;
}

const BY_NAME = new Intl.Collator("ro");
const SORTED_COUNTIES = COUNTY_CODES.toSorted((a, b) => BY_NAME.compare(COUNTIES[a], COUNTIES[b]));
const KINSHIP_DEGREES = ["1", "2", "3", "4"];

interface PatientFieldsProps extends PersonFieldsProps {
  readonly today: string;
  /** The domicile decides which DSP is competent (MOH-A24). */
  readonly domicileDecides?: boolean;
  readonly children?: ReactNode;
}

export function PatientFields({ values, errors, set, today, domicileDecides = false, children }: PatientFieldsProps) {
  const t = useT();
  const props = { values, errors, set };
  const domicile = textAt(values, "patient.domicileCounty");
  const residence = textAt(values, "patient.residenceCounty");
  return (
    <fieldset className="group">
      <legend>{t("subject.patient")}</legend>
      <div className="group-fields">
        <PersonInput {...props} path="patient.surname" label="person.surname" required />
        <PersonInput {...props} path="patient.givenName" label="person.givenName" required />
        <DateInput
          label={t("person.birthDate")}
          name="patient.birthDate"
          required
          max={today}
          value={textAt(values, "patient.birthDate")}
          error={errors["patient.birthDate"]}
          onChange={(date) => set("patient.birthDate", date)}
        />
        <PersonInput {...props} path="patient.cnp" label="person.cnp" maxLength={13} />
        {children}
        <CountySelect {...props} path="patient.domicileCounty" label="person.domicileCounty" required />
        <CountySelect {...props} path="patient.residenceCounty" label="person.residenceCounty" />
        <PersonInput {...props} path="patient.address" label="person.address" />
        <PersonInput {...props} path="patient.phone" label="person.phone" type="tel" />
        <PersonInput {...props} path="patient.email" label="person.email" type="email" />
        <Textarea
          label={t("person.diagnosis")}
          name="patient.diagnosis"
          className="span-2"
          minRows={2}
          value={textAt(values, "patient.diagnosis")}
          error={errors["patient.diagnosis"]}
          onChange={(event) => set("patient.diagnosis", event.currentTarget.value)}
        />
      </div>
      {domicileDecides && domicile !== "" && residence !== "" && domicile !== residence && (
        <Alert color="blue">{t("newFile.residenceDiffers")}</Alert>
      )}
    </fieldset>
  );
}

export function FilerFields({ values, errors, set, minor }: PersonFieldsProps & { minor: boolean }) {
  const t = useT();
  const props = { values, errors, set };
  const role = textAt(values, "filer.role");
  return (
    <fieldset className="group">
      <legend>
        {t("newFile.filer")} <small className="label-rule">MOH-04</small>
      </legend>
      <Radio.Group
        name="filer.role"
        label={t("newFile.filer")}
        labelProps={{ className: "sr-only" }}
        value={role}
        error={errors["filer.role"]}
        onChange={(chosen) => set("filer.role", chosen)}
      >
        <div className="choices">
          {(["patient", "legalRepresentative", "spouse", "relative"] as const).map((offered) => (
            <Radio key={offered} value={offered} label={t(`filer.${offered}`)} />
          ))}
        </div>
      </Radio.Group>
      {role !== "patient" && (
        <div className="group-fields">
          {role === "relative" && (
            <NativeSelect
              label={t("person.kinshipDegree")}
              name="filer.kinshipDegree"
              withAsterisk
              description={t("newFile.kinship.hint")}
              value={textAt(values, "filer.kinshipDegree")}
              error={errors["filer.kinshipDegree"]}
              onChange={(event) => set("filer.kinshipDegree", event.currentTarget.value)}
            >
              <option value="">{t("form.choose")}</option>
              {KINSHIP_DEGREES.map((degree) => (
                <option key={degree} value={degree}>
                  {t("newFile.kinship", { degree })}
                </option>
              ))}
            </NativeSelect>
          )}
          <PersonInput {...props} path="filer.surname" label="person.surname" required />
          <PersonInput {...props} path="filer.givenName" label="person.givenName" required />
          <PersonInput {...props} path="filer.phone" label="person.phone" type="tel" />
          <PersonInput {...props} path="filer.email" label="person.email" type="email" />
          {minor && role !== "spouse" && (
            <Checkbox
              label={t("person.isParent")}
              name="filer.isParent"
              description={t("newFile.isParent.hint")}
              checked={getAt(values, "filer.isParent") === true}
              onChange={(event) => set("filer.isParent", event.currentTarget.checked)}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}

interface PersonInputProps extends PersonFieldsProps {
  readonly path: string;
  readonly label: MessageKey;
  readonly required?: boolean;
  readonly type?: HTMLInputTypeAttribute;
  readonly maxLength?: number;
}

export function PersonInput({ path, label, required = false, values, errors, set, ...rest }: PersonInputProps) {
  const t = useT();
  return (
    <TextInput
      {...rest}
      name={path}
      label={t(label)}
      withAsterisk={required}
      aria-required={required}
      autoComplete="off"
      value={textAt(values, path)}
      error={errors[path]}
      onChange={(event) => set(path, event.currentTarget.value)}
    />
  );
}

function CountySelect({ path, label, required = false, values, errors, set }: PersonInputProps) {
  const t = useT();
  return (
    <NativeSelect
      name={path}
      label={t(label)}
      withAsterisk={required}
      aria-required={required}
      value={textAt(values, path)}
      error={errors[path]}
      onChange={(event) => set(path, event.currentTarget.value)}
    >
      <option value="">{required ? t("form.choose") : t("newFile.sameCounty")}</option>
      {SORTED_COUNTIES.map((code) => (
        <option key={code} value={code}>
          {COUNTIES[code]}
        </option>
      ))}
    </NativeSelect>
  );
}
