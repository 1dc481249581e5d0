import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, ModalHeader } from '@mantine/core';

/** The green of the letters and of the server's own pages. */
const leaf: MantineColorsTuple = [
  '#eef7f2',
  '#d9ebe1',
  '#b3d8c4',
  '#8ac4a5',
  '#67b38b',
  '#50a97a',
  '#3f8f66',
  '#2f7353',
  '#1f4d3a',
  '#123626',
];

export const theme = createTheme({
  colors: { leaf },
  primaryColor: 'leaf',
  primaryShade: 8,
  autoContrast: true,
  fontFamily: 'system-ui, sans-serif',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // The head of a dialog is no head of the page.
  components: { ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }) },
});

/**
 * Mantine's own red and greys are too pale beside white: words need a contrast of 4.5, the edge of a field or a box to
 * tick one of 3 (`gray-4`).
 */
export const readableVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#a1201b',
    '--mantine-color-dimmed': '#55554f',
    '--mantine-color-placeholder': '#6a6a63',
    '--mantine-color-gray-4': '#898982',
  },
  dark: {
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-dimmed': '#b9b9b2',
    '--mantine-color-placeholder': '#a5a59e',
    '--mantine-color-dark-4': '#7a7a74',
  },
});
