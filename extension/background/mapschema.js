// Made by `make renew`: the shape of a site map, as the service has it.
export const SCHEMA = {
 "$defs": {
  "Action": {
   "enum": [
    "connect",
    "friend",
    "follow",
    "message",
    "comment",
    "react",
    "wall_post",
    "wall_comment",
    "view",
    "thank_you",
    "follow_up"
   ],
   "type": "string"
  },
  "Control": {
   "additionalProperties": false,
   "properties": {
    "id": {
     "maxLength": 60,
     "pattern": "^[a-z][a-z0-9-]*$",
     "type": "string"
    },
    "target": {
     "items": {
      "enum": [
       "href",
       "marks",
       "card",
       "page",
       "address",
       "label",
       "attempt"
      ],
      "type": "string"
     },
     "maxItems": 7,
     "minItems": 1,
     "type": "array"
    },
    "page": {
     "items": {
      "maxLength": 60,
      "pattern": "^[a-z][a-z0-9-]*$",
      "type": "string"
     },
     "maxItems": 20,
     "type": "array"
    },
    "match": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "unless": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "within": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "card": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "name": {
     "anyOf": [
      {
       "maxLength": 300,
       "minLength": 1,
       "type": "string"
      },
      {
       "type": "null"
      }
     ]
    },
    "action": {
     "$ref": "#/$defs/Action"
    },
    "gate": {
     "$ref": "#/$defs/Gate"
    },
    "text": {
     "anyOf": [
      {
       "maxLength": 300,
       "minLength": 1,
       "type": "string"
      },
      {
       "type": "null"
      }
     ]
    },
    "mention": {
     "anyOf": [
      {
       "maxLength": 300,
       "minLength": 1,
       "type": "string"
      },
      {
       "type": "null"
      }
     ]
    },
    "sends": {
     "enum": [
      "click",
      "enter"
     ],
     "type": "string"
    }
   },
   "required": [
    "id",
    "target",
    "page",
    "match",
    "unless",
    "within",
    "card",
    "name",
    "action",
    "gate",
    "text",
    "mention",
    "sends"
   ],
   "type": "object"
  },
  "Gate": {
   "enum": [
    "first",
    "last",
    "only"
   ],
   "type": "string"
  },
  "IdentityForm": {
   "additionalProperties": false,
   "properties": {
    "kind": {
     "enum": [
      "person",
      "company",
      "profile"
     ],
     "type": "string"
    },
    "from": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "url": {
     "anyOf": [
      {
       "maxLength": 300,
       "minLength": 1,
       "type": "string"
      },
      {
       "type": "null"
      }
     ]
    }
   },
   "required": [
    "kind",
    "from",
    "url"
   ],
   "type": "object"
  },
  "PageKind": {
   "additionalProperties": false,
   "properties": {
    "kind": {
     "maxLength": 60,
     "pattern": "^[a-z][a-z0-9-]*$",
     "type": "string"
    },
    "from": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "card": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "name": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "headline": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "company": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "is_company": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "is_person": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "data": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "canary": {
     "maxProperties": 10,
     "patternProperties": {
      "^[a-z][a-z0-9-]*$": {
       "items": {
        "maxLength": 300,
        "minLength": 1,
        "type": "string"
       },
       "maxItems": 100,
       "type": "array"
      }
     },
     "propertyNames": {
      "maxLength": 60
     },
     "type": "object"
    }
   },
   "required": [
    "kind",
    "from",
    "card",
    "name",
    "headline",
    "company",
    "is_company",
    "is_person",
    "data",
    "canary"
   ],
   "type": "object"
  },
  "Request": {
   "additionalProperties": false,
   "properties": {
    "action": {
     "$ref": "#/$defs/Action"
    },
    "to": {
     "maxLength": 300,
     "minLength": 1,
     "pattern": "^https://(\\*\\.)?[a-z0-9.-]+/\\S+$",
     "type": "string"
    }
   },
   "required": [
    "action",
    "to"
   ],
   "type": "object"
  },
  "Sign": {
   "additionalProperties": false,
   "properties": {
    "id": {
     "maxLength": 60,
     "pattern": "^[a-z][a-z0-9-]*$",
     "type": "string"
    },
    "target": {
     "items": {
      "enum": [
       "href",
       "marks",
       "card",
       "page",
       "address",
       "label",
       "attempt"
      ],
      "type": "string"
     },
     "maxItems": 7,
     "minItems": 1,
     "type": "array"
    },
    "page": {
     "items": {
      "maxLength": 60,
      "pattern": "^[a-z][a-z0-9-]*$",
      "type": "string"
     },
     "maxItems": 20,
     "type": "array"
    },
    "match": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "unless": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "within": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "card": {
     "items": {
      "maxLength": 300,
      "minLength": 1,
      "type": "string"
     },
     "maxItems": 100,
     "type": "array"
    },
    "name": {
     "anyOf": [
      {
       "maxLength": 300,
       "minLength": 1,
       "type": "string"
      },
      {
       "type": "null"
      }
     ]
    },
    "tells": {
     "const": "they_connected",
     "type": "string"
    }
   },
   "required": [
    "id",
    "target",
    "page",
    "match",
    "unless",
    "within",
    "card",
    "name",
    "tells"
   ],
   "type": "object"
  }
 },
 "additionalProperties": false,
 "properties": {
  "site": {
   "maxLength": 60,
   "pattern": "^[a-z][a-z0-9-]*$",
   "type": "string"
  },
  "name": {
   "maxLength": 30,
   "minLength": 1,
   "type": "string"
  },
  "version": {
   "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
   "type": "string"
  },
  "origins": {
   "items": {
    "maxLength": 100,
    "pattern": "^https://[a-z0-9*.-]+/\\*$",
    "type": "string"
   },
   "maxItems": 10,
   "minItems": 1,
   "type": "array"
  },
  "asked": {
   "type": "boolean"
  },
  "hosts": {
   "items": {
    "maxLength": 300,
    "minLength": 1,
    "type": "string"
   },
   "maxItems": 30,
   "minItems": 1,
   "type": "array"
  },
  "reserved": {
   "items": {
    "maxLength": 300,
    "minLength": 1,
    "type": "string"
   },
   "maxItems": 300,
   "type": "array"
  },
  "identity": {
   "items": {
    "$ref": "#/$defs/IdentityForm"
   },
   "maxItems": 30,
   "type": "array"
  },
  "page": {
   "items": {
    "$ref": "#/$defs/PageKind"
   },
   "maxItems": 30,
   "type": "array"
  },
  "control": {
   "items": {
    "$ref": "#/$defs/Control"
   },
   "maxItems": 100,
   "type": "array"
  },
  "sign": {
   "items": {
    "$ref": "#/$defs/Sign"
   },
   "maxItems": 20,
   "type": "array"
  },
  "request": {
   "items": {
    "$ref": "#/$defs/Request"
   },
   "maxItems": 10,
   "type": "array"
  },
  "labels": {
   "maxProperties": 50,
   "patternProperties": {
    "^[a-z][a-z0-9-]*$": {
     "additionalProperties": {
      "items": {
       "maxLength": 300,
       "minLength": 1,
       "type": "string"
      },
      "maxItems": 100,
      "type": "array"
     },
     "type": "object"
    }
   },
   "propertyNames": {
    "maxLength": 60
   },
   "type": "object"
  }
 },
 "required": [
  "site",
  "name",
  "version",
  "origins",
  "asked",
  "hosts",
  "reserved",
  "identity",
  "page",
  "control",
  "sign",
  "request",
  "labels"
 ],
 "type": "object"
};
