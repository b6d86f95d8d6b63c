import noUnsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

const rules = {
  "no-unused-vars": "error",
  "no-undef": "error",
  "no-var": "error",
  "prefer-const": "error",
  eqeqeq: "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  "no-console": "error",
  "no-shadow": "error",
  "no-implicit-globals": "error",
};

export default [
  noUnsanitized.configs.recommended,
  {
    files: ["extension/{background,pages}/**/*.js"],
    languageOptions: { sourceType: "module", globals: { ...globals.browser, chrome: "readonly", poise: "readonly" } },
    rules,
  },
  {
    files: ["extension/{content,shared}/**/*.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, chrome: "readonly", poise: "readonly" } },
    rules,
  },
];
