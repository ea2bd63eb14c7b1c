import "./styles/mantine.ts";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/papers.css";
import "./styles/print.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "./api/queries.ts";
import { hasTouchedDrafts } from "./forms/drafts.ts";
import { LanguageProvider } from "./i18n/language.tsx";
import { router } from "./router.tsx";
import { cssVariablesResolver, theme } from "./styles/theme.ts";

window.addEventListener("beforeunload", (event) => {
  if (hasTouchedDrafts()) event.preventDefault();
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
