// Made by `python -m poise.sites.ship`. `asked`: the browser is asked for it once its user wants it guarded.
(globalThis.poise ??= /** @type {Poise} */ ({})).sites = [
 {
  "site": "facebook",
  "name": "Facebook",
  "origins": [
   "https://*.facebook.com/*"
  ],
  "asked": false
 },
 {
  "site": "linkedin",
  "name": "LinkedIn",
  "origins": [
   "https://*.linkedin.com/*"
  ],
  "asked": false
 }
];
