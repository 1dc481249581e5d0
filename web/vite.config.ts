import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Two entries: the shell with its lazy pages, and the participant's page, which must stay small (decision 24). */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react()],
  build: {
    target: 'es2023',
    // The policy forbids what is inlined as `data:` but pictures; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: [`${import.meta.dirname}/index.html`, `${import.meta.dirname}/participant.html`],
    },
  },
});
