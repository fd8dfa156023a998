import localFont from "next/font/local";

/*
 * Golos Text (OFL, app/fonts/OFL.txt), weights 400 to 600 (no bolder one is used), cut from Fontsource's variable files to the letters of the
 * three languages: 25 KB for both instead of 60. Two files because the source is cut by script; № is in the Cyrillic one,
 * digits and « » — in the Latin one. The fallback face with our metrics stands in globals.css: next/font would put its
 * own fallback between the two files, and Arial would then take all Cyrillic letters.
 */
const latin = localFont({
  src: "./fonts/golos-latin.woff2",
  weight: "400 600",
  variable: "--font-latin",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00AD-00AE,U+00B0-00B1,U+00B7,U+00BB,U+00D7,U+02BC,U+2009,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+20AC,U+2122,U+2191,U+2193,U+2212",
    },
  ],
});

const cyrillic = localFont({
  src: "./fonts/golos-cyrillic.woff2",
  weight: "400 600",
  variable: "--font-cyrillic",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0301,U+0401,U+0406,U+040E,U+0410-044F,U+0451,U+0456,U+045E,U+0490-0491,U+2116",
    },
  ],
});

export const fonts = `${latin.variable} ${cyrillic.variable}`;
