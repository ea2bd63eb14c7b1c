/** A calm theme for eight hours a day: small, quiet, with contrast to spare. */
import {
  Alert,
  Button,
  createTheme,
  NativeSelect,
  Textarea,
  TextInput,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#eff6f8",
  "#dceaee",
  "#b9d5dd",
  "#92bdc9",
  "#6ea6b6",
  "#4b8fa2",
  "#2f778b",
  "#236375",
  "#1b4f5e",
  "#123a46",
];
const PRIMARY_SHADE = 7;

export const theme = createTheme({
  colors: { petrol },
  primaryColor: "petrol",
  primaryShade: PRIMARY_SHADE,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  defaultRadius: "sm",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    TextInput: TextInput.extend({
      defaultProps: { size: "sm", inputWrapperOrder: ["label", "description", "input", "error"] },
    }),
    Textarea: Textarea.extend({ defaultProps: { size: "sm", autosize: true, minRows: 3, maxRows: 12 } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: "sm" } }),
    Alert: Alert.extend({ defaultProps: { variant: "light", p: "sm" }, classNames: { title: "alert-title" } }),
  },
});

/** Mantine's dimmed, placeholder and error texts are too pale for AA on white. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-text": "#1c2b30",
    "--mantine-color-dimmed": "#51626a",
    "--mantine-color-placeholder": "#66757c",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#a9b6bb",
  },
  dark: {},
});
