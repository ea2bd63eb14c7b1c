/** A scan, dragged here or picked. It is sent at once; the document that names it is sent with the form. */
import { Button, CloseButton } from "@mantine/core";
import { useId, useRef, useState, type DragEvent } from "react";
import { isApiError, upload } from "../../api/http.ts";
import type { UploadAnswer } from "../../api/types.ts";
import { useT } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { textAt } from "../values.ts";

interface UploadPickerProps {
  readonly caseId: string;
  /** The upload so far: `{ id, name }`. */
  readonly value: unknown;
  readonly error?: string | undefined;
  onChange(value: { id: string; name: string } | undefined): void;
}

export function UploadPicker({ caseId, value, error, onChange }: UploadPickerProps) {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<string>();
  const name = textAt(value, "name");

  async function take(file: File | undefined) {
    if (file === undefined) return;
    setSending(true);
    setFailure(undefined);
    try {
      const answer = await upload<UploadAnswer>(`/api/cases/${encodeURIComponent(caseId)}/uploads`, file);
      onChange({ id: answer.id, name: answer.name });
    } catch (caught) {
      setFailure(isApiError(caught) && !caught.isUnavailable ? caught.body.message : t("upload.failed"));
    } finally {
      setSending(false);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <div
      className={over ? "upload upload-over" : "upload"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="upload-label" id={id}>
        {t("upload.label")}
      </span>
      {name === "" ? (
        <Button
          variant="default"
          size="sm"
          loading={sending}
          leftSection={<Icon name="upload" />}
          onClick={() => input.current?.click()}
          aria-describedby={id}
        >
          {t("upload.pick")}
        </Button>
      ) : (
        <span className="upload-name">
          <Icon name="file" /> {name}
          <CloseButton size="sm" aria-label={t("upload.remove", { name })} onClick={() => onChange(undefined)} />
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("upload.pick")}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      {(failure ?? error) !== undefined && (
        <p className="field-error" role="alert">
          {failure ?? error}
        </p>
      )}
    </div>
  );
}
