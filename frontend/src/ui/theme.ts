import {
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type InputProps,
  type MantineColorsTuple,
  type MantineTheme,
  type VariantColorsResolver,
} from "@mantine/core";

/** From the softest tint to the darkest shade; 7 is the accent by day, 4 the accent by night. */
const PETROL: MantineColorsTuple = [
  "#f1f8f8",
  "#e4f1f1",
  "#c3e0e2",
  "#8fcdd1",
  "#5bb9bf",
  "#34999f",
  "#178087",
  "#0b6b72",
  "#095a60",
  "#06464b",
];

/** What warns before harm: 7 by day, 4 by night. */
const DANGER: MantineColorsTuple = [
  "#fdf4f4",
  "#fbeaea",
  "#f5c9cb",
  "#f2a2a5",
  "#ef7d80",
  "#d8555a",
  "#bd3a40",
  "#a4262c",
  "#8a1f25",
  "#6b171c",
];

/** The greys of both schemes, where Mantine draws with them directly; the same as the tokens. */
const GRAY: MantineColorsTuple = [
  "#f7f7f6",
  "#f3f4f4",
  "#e9ebee",
  "#e3e6ea",
  "#ced3da",
  "#87919f",
  "#667281",
  "#5f6b7a",
  "#39434f",
  "#1d2530",
];
const DARK: MantineColorsTuple = [
  "#e8ebef",
  "#c3cad4",
  "#a5afbc",
  "#8d98a7",
  "#2c333d",
  "#222933",
  "#1a1f27",
  "#14181e",
  "#10141a",
  "#0c0f14",
];

const FONTS = 'Inter, "Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif';

/** Heights on the 8-px grid: `sm` for work, `md` for forms that stand alone on a page. */
const HEIGHTS: Readonly<Record<string, string>> = { xs: "1.5rem", sm: "2rem", md: "2.5rem", lg: "3rem" };

/** A filled control keeps readable words in both schemes: white on petrol, near-black on the bright one. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.color === "danger" && input.variant === "filled") return { ...colors, color: "var(--panel)" };
  if (input.color === "danger" && input.variant === "light") {
    return { ...colors, background: "var(--bad-soft)", hover: "var(--bad-soft)", color: "var(--bad)" };
  }
  const isAccent = !input.color || input.color === "petrol";
  if (!isAccent) return colors;
  if (input.variant === "filled") return { ...colors, color: "var(--on-accent)" };
  if (input.variant === "light") {
    return { ...colors, background: "var(--accent-soft)", color: "var(--accent)" };
  }
  if (input.variant === "subtle") return { ...colors, hover: "var(--hover)", color: "var(--accent)" };
  return colors;
};

/** Mantine's own names drawn with the tokens of `tokens.css`, the same in both schemes. */
const BY_TOKEN = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--muted)",
  "--mantine-color-placeholder": "var(--faint)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-success": "var(--good)",
  "--mantine-color-default": "var(--panel)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-disabled": "var(--hover)",
  "--mantine-color-disabled-color": "var(--faint)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-color-petrol-filled": "var(--accent)",
  "--mantine-color-petrol-filled-hover": "var(--accent-hover)",
  "--mantine-color-petrol-light": "var(--accent-soft)",
  "--mantine-color-petrol-light-hover": "var(--accent-soft)",
  "--mantine-color-petrol-light-color": "var(--accent)",
  "--mantine-color-petrol-text": "var(--accent)",
  "--mantine-color-petrol-outline": "var(--accent)",
  "--mantine-color-petrol-outline-hover": "var(--accent-soft)",
  "--mantine-color-danger-6": "var(--bad)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
} as const;

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...BY_TOKEN },
  dark: { ...BY_TOKEN },
});

const OUTLINED = { shadow: "none", withArrow: false } as const;

/** A dialog's own header is no banner of the page, though it is drawn with the same element. */
const NO_LANDMARK = { header: { role: "none" } } as const;

export const theme = createTheme({
  primaryColor: "petrol",
  colors: { petrol: PETROL, danger: DANGER, gray: GRAY, dark: DARK },
  primaryShade: { light: 7, dark: 4 },
  black: "#1d2530",
  variantColorResolver,
  fontFamily: FONTS,
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45", lg: "1.5", xl: "1.4" },
  headings: {
    fontFamily: FONTS,
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.45" },
    },
  },
  spacing: { xs: "0.25rem", sm: "0.5rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "0.5rem", sm: "0.5rem", md: "0.5rem", lg: "0.5rem", xl: "0.5rem" },
  defaultRadius: "md",
  // A line, not a shadow, tells a menu or a dialog from the page.
  shadows: { xs: "none", sm: "none", md: "none", lg: "none", xl: "none" },
  respectReducedMotion: true,
  components: {
    // By name and not by `Button.extend`: importing a component here would put it on the first page.
    Button: {
      vars: (_theme: MantineTheme, { size = "sm" }: ButtonProps) => ({
        root: {
          "--button-height": HEIGHTS[size],
          "--button-padding-x": size === "xs" ? "0.5rem" : "0.75rem",
        },
      }),
    },
    Input: {
      vars: (_theme: MantineTheme, { size = "sm" }: InputProps) => ({
        wrapper: { "--input-height": HEIGHTS[size] },
      }),
    },
    Checkbox: { defaultProps: { iconColor: "var(--on-accent)" } },
    Radio: { defaultProps: { iconColor: "var(--on-accent)" } },
    Menu: {
      defaultProps: {
        ...OUTLINED,
        transitionProps: { duration: 100 },
        // A placeholder that takes the focus is no child a menu may have; its first item takes it instead.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { ...OUTLINED, transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 100 } } },
    Modal: {
      defaultProps: {
        shadow: "none",
        attributes: NO_LANDMARK,
        centered: true,
        transitionProps: { duration: 120, transition: "fade" },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Drawer: {
      defaultProps: { shadow: "none", attributes: NO_LANDMARK, transitionProps: { duration: 150 } },
    },
    Skeleton: { defaultProps: { radius: "md" } },
  },
});
