import localFont from "next/font/local";

/*
 * Golos Text (OFL, app/fonts/OFL.txt): the variable font cut to weights 400 to 600, the letters of the three languages,
 * figures of both widths, № « » — and arrows: one request of 23 KB where Fontsource has two of 60 KB together. Letters of
 * other languages come from Fontsource's files when a page has them ("Golos more" in globals.css). next/font's fallback
 * is off because its width is taken from Latin letters; ours is taken from Cyrillic ones ("Golos fallback").
 */
const golos = localFont({
  src: "./fonts/golos-text.woff2",
  weight: "400 600",
  variable: "--font-golos",
  adjustFontFallback: false,
});

export const fonts = golos.variable;
