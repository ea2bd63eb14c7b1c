/** The patient side keeps the preparation of its own E112 file: number and code instead of an account, kept in this page alone. */
import "../file/file.css";
import "../file/acts.css";
import "./preparation.css";
import { Alert, Button, TextInput } from "@mantine/core";
import { useMemo, useState, type SyntheticEvent } from "react";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { isWithHouse } from "../../../domain/e112/preparation-view.ts";
import { isApiError, post } from "../../api/http.ts";
import { Commands } from "../../forms/Commands.tsx";
import { DeskContext, sendOnce, type Desk } from "../../forms/send.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText, type Translate } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { PreparationTab } from "../file/e112/PreparationTab.tsx";

/** As the receipt gives them; they travel in bodies, never in an address. */
interface Keys {
  readonly registrationNumber: string;
  readonly accessCode: string;
}

interface OpenFile {
  readonly keys: Keys;
  readonly view: E112CaseView;
}

export function PreparationPage() {
  const t = useT();
  const [file, setFile] = useState<OpenFile>();
  return (
    <Page title={t("ownFile.title")}>
      {file === undefined ? (
        <Keyhole onOpen={setFile} />
      ) : (
        <OwnFile
          file={file}
          onChange={(view) => setFile({ ...file, view })}
          onClose={() => {
            setFile(undefined);
          }}
        />
      )}
    </Page>
  );
}

async function readFile(keys: Keys): Promise<OpenFile> {
  return { keys, view: await post<E112CaseView>("/api/public/preparation", keys) };
}

function Keyhole({ onOpen }: { onOpen: (file: OpenFile) => void }) {
  const t = useT();
  const [registrationNumber, setNumber] = useState("");
  const [accessCode, setCode] = useState("");
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (sending) return;
    if (registrationNumber.trim() === "" || accessCode.trim() === "") {
      setFailure(t("ownFile.empty"));
      return;
    }
    setSending(true);
    setFailure(undefined);
    try {
      onOpen(await readFile({ registrationNumber: registrationNumber.trim(), accessCode: accessCode.trim() }));
    } catch (error) {
      setSending(false);
      setFailure(failureText(error, t));
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="keyhole">
      <p>{t("ownFile.intro")}</p>
      {failure !== undefined && (
        <Alert color="red" role="alert">
          {failure}
        </Alert>
      )}
      <TextInput
        label={t("ownFile.number")}
        name="registrationNumber"
        placeholder="CAS-CJ/2026/000012"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={registrationNumber}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        label={t("ownFile.code")}
        name="accessCode"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={accessCode}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={sending}>
        {t("ownFile.open")}
      </Button>
      <p className="quiet">{t("ownFile.howToGet")}</p>
    </form>
  );
}

function failureText(error: unknown, t: Translate): string {
  if (isApiError(error) && error.isUnavailable) return t("failure.unavailable");
  return isApiError(error) && error.body.message !== "" ? error.body.message : t("failure.unexpected");
}

interface OwnFileProps {
  readonly file: OpenFile;
  onChange(view: E112CaseView): void;
  onClose(): void;
}

function OwnFile({ file: { keys, view }, onChange, onClose }: OwnFileProps) {
  const t = useT();
  const text = useText();
  const desk = useMemo<Desk>(
    () => ({
      takesScans: false,
      async send(handle, _caseId, request) {
        const result = await sendOnce(handle, request, (body) =>
          post<E112CaseView>("/api/public/preparation/commands", { ...keys, ...body }),
        );
        if (result !== undefined && "accepted" in result) onChange(result.accepted);
        // What somebody else recorded meanwhile is shown beside what was typed, which stays.
        else if (result !== undefined && (result.refused.kind === "stale" || result.refused.kind === "conflict")) {
          onChange((await readFile(keys)).view);
        }
        return result;
      },
    }),
    [keys, onChange],
  );
  return (
    <DeskContext.Provider value={desk}>
      <p className="own-file-head">
        <strong>{view.registrationNumber}</strong> · {text(view.statusTitle)} ·{" "}
        {t("header.since", { date: formatDate(view.statusSince) })}
        <Button variant="subtle" size="compact-sm" className="no-print" onClick={onClose}>
          {t("ownFile.close")}
        </Button>
      </p>
      {isWithHouse(view) && (
        <p className="own-file-note">
          {t("ownFile.registered", { number: view.applicationNumber ?? "" })}{" "}
          <a href="/stare">{t("shell.publicStatus")}</a>
        </p>
      )}
      <Acts view={view} />
      <h2>{t("tab.pregatire")}</h2>
      <PreparationTab view={view} linked={false} />
      <p className="quiet">{t("ownFile.unofficial")}</p>
    </DeskContext.Provider>
  );
}

/** What the patient side may record now: what the open step waits for first. */
function Acts({ view }: { view: E112CaseView }) {
  const t = useT();
  const waited = view.allowedCommands.filter(({ step }) => step !== undefined);
  const others = view.allowedCommands.filter(({ step }) => step === undefined);
  if (view.allowedCommands.length === 0) return null;
  return (
    <section aria-labelledby="own-acts" className="no-print">
      <h2 id="own-acts">{t("ownFile.now")}</h2>
      <p>{t("ownFile.now.hint")}</p>
      <Commands
        commands={[...waited, ...others]}
        view={view}
        folded
        expected={waited.length === 1 ? waited[0]?.type : undefined}
      />
    </section>
  );
}
