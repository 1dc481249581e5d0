import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import { ProblemError } from './api/problem.ts';
import { LanguageProvider } from './i18n/LanguageProvider.tsx';
import { openRouter } from './routes.tsx';
import { readableVariables, theme } from './ui/theme.ts';
import './ui/ui.css';

const router = openRouter();
const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A "no" stays one; what got lost on the way may be asked for again.
      retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.status < 500),
      staleTime: 10_000,
    },
  },
});

const root = document.getElementById('root');
// Dialogs keep the page behind them from scrolling by a style element of their own; it takes its nonce from here.
Object.assign(window, { __webpack_nonce__: styleNonce() });
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableVariables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={client}>
          <LanguageProvider>
            <RouterProvider router={router} />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

/** By which the policy of the page lets Mantine's style elements in. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
