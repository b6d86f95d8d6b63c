// Made by `make renew`. `asked`: the browser is asked for it once its user wants it guarded.
(globalThis.poise ??= /** @type {Poise} */ ({})).sites = [
 {
  "site": "facebook",
  "name": "Facebook",
  "origins": [
   "https://*.facebook.com/*"
  ],
  "asked": false,
  "request": []
 },
 {
  "site": "linkedin",
  "name": "LinkedIn",
  "origins": [
   "https://*.linkedin.com/*"
  ],
  "asked": false,
  "request": [
   {
    "action": "connect",
    "to": "https://*.linkedin.com/voyager/api/voyagerRelationshipsDashMemberRelationships?*action=verifyQuotaAndCreate*"
   },
   {
    "action": "connect",
    "to": "https://*.linkedin.com/flagship-web/rsc-action/actions/server-request?*sduiid=com.linkedin.sdui.requests.mynetwork.addaAddConnection*"
   },
   {
    "action": "connect",
    "to": "https://*.linkedin.com/voyager/api/growth/normInvitations*"
   }
  ]
 },
 {
  "site": "instagram",
  "name": "Instagram",
  "origins": [
   "https://www.instagram.com/*"
  ],
  "asked": true,
  "request": []
 },
 {
  "site": "x",
  "name": "X",
  "origins": [
   "https://x.com/*"
  ],
  "asked": true,
  "request": []
 },
 {
  "site": "xing",
  "name": "XING",
  "origins": [
   "https://www.xing.com/*"
  ],
  "asked": true,
  "request": []
 }
];
