import "./sign-in.css";
import { Alert, Button, TextInput, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import { isApiError, post } from "../../api/http.ts";
import { configQuery, queryClient, sessionQuery } from "../../api/queries.ts";
import type { DemoAccount, Session } from "../../api/types.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";

export function SignInPage() {
  const t = useT();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { inapoi } = useSearch({ from: "/autentificare" });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (sending) return;
    if (email.trim() === "" || password === "") {
      setFailure(t("signIn.empty"));
      return;
    }
    setSending(true);
    setFailure(undefined);
    try {
      const session = await post<Session>("/api/session", { email: email.trim(), password });
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "rules" && queryKey[0] !== "config" });
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ href: safeReturn(inapoi) });
    } catch (error) {
      setSending(false);
      setFailure(failureText(error));
    }
  }

  function failureText(error: unknown): string {
    if (isApiError(error) && error.isUnavailable) return t("failure.unavailable");
    if (isApiError(error, 401)) return t("signIn.wrong");
    return isApiError(error) && error.body.message !== "" ? error.body.message : t("failure.unexpected");
  }

  return (
    <Page title={t("signIn.title")}>
      <div className="sign-in">
        <form onSubmit={(event) => void submit(event)} noValidate className="sign-in-form">
          {failure !== undefined && <Alert color="red">{failure}</Alert>}
          <TextInput
            label={t("signIn.email")}
            name="email"
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label={t("signIn.password")}
            name="password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={sending}>
            {t("signIn.submit")}
          </Button>
          <p className="sign-in-patients">
            {t("signIn.patients")}
            <a href={`/stare?lang=${language}`}>{t("shell.publicStatus")}</a>
            <a href={`/ce-cale?lang=${language}`}>{t("shell.publicRoute")}</a>
          </p>
        </form>
        <DemoAccounts
          onPick={(account) => {
            setEmail(account.email);
            if (account.password !== undefined) setPassword(account.password);
          }}
        />
      </div>
    </Page>
  );
}

/** The accounts of a demonstration, named by the API and by it alone. */
function DemoAccounts({ onPick }: { onPick(account: DemoAccount): void }) {
  const t = useT();
  const { data: config } = useQuery(configQuery);
  if (config?.demo !== true || config.accounts === undefined || config.accounts.length === 0) return null;
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t("signIn.demo")}</h2>
      <p>{t("signIn.demo.text")}</p>
      <ul>
        {config.accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton className="demo-account" onClick={() => onPick(account)}>
              <span className="link">{account.email}</span>
              <span>
                {roleText(account.role, t)}, {account.institution}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function roleText(role: string, t: ReturnType<typeof useT>): string {
  switch (role) {
    case "dsp-officer":
    case "dsp-supervisor":
    case "commission-secretary":
    case "ministry-officer":
    case "cas-officer":
    case "cas-supervisor":
    case "cnas-officer":
    case "institution-head":
    case "administrator":
      return t(`role.${role}`);
    default:
      return role;
  }
}

/** Back to a page of this site, never to another one. */
function safeReturn(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith("/autentificare") ? wanted : "/";
}
