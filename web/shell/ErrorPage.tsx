import { Button } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useT } from "../i18n/language.tsx";
import { Failure } from "../parts/states.tsx";
import { Page } from "../parts/Page.tsx";

/** Something broke: what to do, without blame and without the insides. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useT();
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();

  function tryAgain() {
    resetQueries();
    reset();
    void router.invalidate();
  }

  return (
    <Page title={t("failure.page")}>
      <Failure error={error} />
      <p className="failure-ways">
        <Button onClick={tryAgain}>{t("failure.retry")}</Button>
        <Button variant="default" component="a" href="/">
          {t("failure.home")}
        </Button>
      </p>
    </Page>
  );
}
