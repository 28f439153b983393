var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// ../../work/wt/logs/packages/log-bridge/package.json
var require_package = __commonJS({
  "../../work/wt/logs/packages/log-bridge/package.json"(exports2, module2) {
    module2.exports = {
      name: "@heddle/log-bridge",
      version: "0.1.0",
      description: "The loggers people already use, as OpenTelemetry log records with the active ids",
      license: "Apache-2.0",
      keywords: [
        "opentelemetry",
        "otlp",
        "tracing",
        "logging",
        "observability",
        "log-bridge"
      ],
      main: "./dist/index.js",
      types: "./dist/index.d.ts",
      exports: {
        ".": {
          types: "./dist/index.d.ts",
          default: "./dist/index.js"
        },
        "./pino": {
          types: "./dist/pino/index.d.ts",
          default: "./dist/pino/index.js"
        },
        "./package.json": "./package.json"
      },
      files: [
        "dist",
        "README.md",
        "LICENSE"
      ],
      sideEffects: false,
      engines: {
        node: ">=20.6.0"
      },
      publishConfig: {
        access: "public"
      },
      scripts: {
        build: "tsc -b tsconfig.build.json",
        typecheck: "tsc -p tsconfig.json",
        lint: "biome ci .",
        test: "jest"
      },
      dependencies: {
        "@opentelemetry/api-logs": "0.223.0"
      },
      peerDependencies: {
        "@opentelemetry/api": ">=1.9.0 <1.10.0"
      },
      devDependencies: {
        "@opentelemetry/api": ">=1.9.0 <1.10.0",
        "@opentelemetry/core": "2.12.0",
        "@opentelemetry/instrumentation": "0.223.0",
        "@opentelemetry/sdk-logs": "0.223.0",
        "@opentelemetry/sdk-trace-node": "2.12.0",
        fastify: "^5.12.8",
        fastify4: "npm:fastify@^4.29.1",
        pino: "^10.4.0",
        pino8: "npm:pino@^8.21.0",
        pino9: "npm:pino@^9.14.0"
      }
    };
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/suppress-tracing.js
var require_suppress_tracing = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/suppress-tracing.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.isTracingSuppressed = exports2.unsuppressTracing = exports2.suppressTracing = void 0;
    var api_1 = require("@opentelemetry/api");
    var SUPPRESS_TRACING_KEY = (0, api_1.createContextKey)("OpenTelemetry SDK Context Key SUPPRESS_TRACING");
    function suppressTracing2(context7) {
      return context7.setValue(SUPPRESS_TRACING_KEY, true);
    }
    exports2.suppressTracing = suppressTracing2;
    function unsuppressTracing(context7) {
      return context7.deleteValue(SUPPRESS_TRACING_KEY);
    }
    exports2.unsuppressTracing = unsuppressTracing;
    function isTracingSuppressed(context7) {
      return context7.getValue(SUPPRESS_TRACING_KEY) === true;
    }
    exports2.isTracingSuppressed = isTracingSuppressed;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/baggage/constants.js
var require_constants = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/baggage/constants.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.BAGGAGE_MAX_TOTAL_LENGTH = exports2.BAGGAGE_MAX_PER_NAME_VALUE_PAIRS = exports2.BAGGAGE_MAX_NAME_VALUE_PAIRS = exports2.BAGGAGE_HEADER = exports2.BAGGAGE_ITEMS_SEPARATOR = exports2.BAGGAGE_PROPERTIES_SEPARATOR = exports2.BAGGAGE_KEY_PAIR_SEPARATOR = void 0;
    exports2.BAGGAGE_KEY_PAIR_SEPARATOR = "=";
    exports2.BAGGAGE_PROPERTIES_SEPARATOR = ";";
    exports2.BAGGAGE_ITEMS_SEPARATOR = ",";
    exports2.BAGGAGE_HEADER = "baggage";
    exports2.BAGGAGE_MAX_NAME_VALUE_PAIRS = 180;
    exports2.BAGGAGE_MAX_PER_NAME_VALUE_PAIRS = 4096;
    exports2.BAGGAGE_MAX_TOTAL_LENGTH = 8192;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/baggage/utils.js
var require_utils = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/baggage/utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.parseKeyPairsIntoRecord = exports2.parseBaggageHeaderString = exports2.parsePairKeyValue = exports2.getKeyPairs = exports2.serializeKeyPairs = void 0;
    var api_1 = require("@opentelemetry/api");
    var constants_1 = require_constants();
    function serializeKeyPairs(keyPairs) {
      return keyPairs.reduce((hValue, current) => {
        const value = `${hValue}${hValue !== "" ? constants_1.BAGGAGE_ITEMS_SEPARATOR : ""}${current}`;
        return value.length > constants_1.BAGGAGE_MAX_TOTAL_LENGTH ? hValue : value;
      }, "");
    }
    exports2.serializeKeyPairs = serializeKeyPairs;
    function getKeyPairs(baggage) {
      return baggage.getAllEntries().map(([key, value]) => {
        let entry = `${encodeURIComponent(key)}=${encodeURIComponent(value.value)}`;
        if (value.metadata !== void 0) {
          entry += constants_1.BAGGAGE_PROPERTIES_SEPARATOR + value.metadata.toString();
        }
        return entry;
      });
    }
    exports2.getKeyPairs = getKeyPairs;
    function parsePairKeyValue(entry) {
      if (!entry)
        return;
      const metadataSeparatorIndex = entry.indexOf(constants_1.BAGGAGE_PROPERTIES_SEPARATOR);
      const keyPairPart = metadataSeparatorIndex === -1 ? entry : entry.substring(0, metadataSeparatorIndex);
      const separatorIndex = keyPairPart.indexOf(constants_1.BAGGAGE_KEY_PAIR_SEPARATOR);
      if (separatorIndex <= 0)
        return;
      const rawKey = keyPairPart.substring(0, separatorIndex).trim();
      const rawValue = keyPairPart.substring(separatorIndex + 1).trim();
      if (!rawKey || !rawValue)
        return;
      let key;
      let value;
      try {
        key = decodeURIComponent(rawKey);
        value = decodeURIComponent(rawValue);
      } catch {
        return;
      }
      let metadata;
      if (metadataSeparatorIndex !== -1 && metadataSeparatorIndex < entry.length - 1) {
        const metadataString = entry.substring(metadataSeparatorIndex + 1);
        metadata = (0, api_1.baggageEntryMetadataFromString)(metadataString);
      }
      return { key, value, metadata };
    }
    exports2.parsePairKeyValue = parsePairKeyValue;
    function parseBaggageHeaderString(value, baggage, count, totalSize) {
      let start = 0;
      while (start < value.length && count < constants_1.BAGGAGE_MAX_NAME_VALUE_PAIRS) {
        const end = value.indexOf(constants_1.BAGGAGE_ITEMS_SEPARATOR, start);
        const entryEnd = end === -1 ? value.length : end;
        const entryLength = entryEnd - start;
        if (entryLength <= constants_1.BAGGAGE_MAX_PER_NAME_VALUE_PAIRS) {
          const keyPair = parsePairKeyValue(value.substring(start, entryEnd));
          if (keyPair) {
            const entrySize = (count === 0 ? 0 : 1) + entryLength;
            if (totalSize + entrySize > constants_1.BAGGAGE_MAX_TOTAL_LENGTH)
              break;
            baggage[keyPair.key] = keyPair.metadata ? { value: keyPair.value, metadata: keyPair.metadata } : { value: keyPair.value };
            count++;
            totalSize += entrySize;
          }
        }
        if (end === -1)
          break;
        start = end + 1;
      }
      return [count, totalSize];
    }
    exports2.parseBaggageHeaderString = parseBaggageHeaderString;
    function parseKeyPairsIntoRecord(value) {
      const result = {};
      if (typeof value === "string" && value.length > 0) {
        value.split(constants_1.BAGGAGE_ITEMS_SEPARATOR).forEach((entry) => {
          const keyPair = parsePairKeyValue(entry);
          if (keyPair !== void 0 && keyPair.value.length > 0) {
            result[keyPair.key] = keyPair.value;
          }
        });
      }
      return result;
    }
    exports2.parseKeyPairsIntoRecord = parseKeyPairsIntoRecord;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/baggage/propagation/W3CBaggagePropagator.js
var require_W3CBaggagePropagator = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/baggage/propagation/W3CBaggagePropagator.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.W3CBaggagePropagator = void 0;
    var api_1 = require("@opentelemetry/api");
    var suppress_tracing_1 = require_suppress_tracing();
    var constants_1 = require_constants();
    var utils_1 = require_utils();
    var W3CBaggagePropagator = class {
      inject(context7, carrier, setter) {
        const baggage = api_1.propagation.getBaggage(context7);
        if (!baggage || (0, suppress_tracing_1.isTracingSuppressed)(context7))
          return;
        const keyPairs = (0, utils_1.getKeyPairs)(baggage).filter((pair) => {
          return pair.length <= constants_1.BAGGAGE_MAX_PER_NAME_VALUE_PAIRS;
        }).slice(0, constants_1.BAGGAGE_MAX_NAME_VALUE_PAIRS);
        const headerValue = (0, utils_1.serializeKeyPairs)(keyPairs);
        if (headerValue.length > 0) {
          setter.set(carrier, constants_1.BAGGAGE_HEADER, headerValue);
        }
      }
      extract(context7, carrier, getter) {
        const headerValue = getter.get(carrier, constants_1.BAGGAGE_HEADER);
        if (!headerValue) {
          return context7;
        }
        const baggage = {};
        let count = 0;
        let totalSize = 0;
        if (Array.isArray(headerValue)) {
          for (let i = 0; i < headerValue.length; i++) {
            [count, totalSize] = (0, utils_1.parseBaggageHeaderString)(headerValue[i], baggage, count, totalSize);
          }
        } else {
          [count] = (0, utils_1.parseBaggageHeaderString)(headerValue, baggage, count, totalSize);
        }
        if (count === 0) {
          return context7;
        }
        return api_1.propagation.setBaggage(context7, api_1.propagation.createBaggage(baggage));
      }
      fields() {
        return [constants_1.BAGGAGE_HEADER];
      }
    };
    exports2.W3CBaggagePropagator = W3CBaggagePropagator;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/anchored-clock.js
var require_anchored_clock = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/anchored-clock.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.AnchoredClock = void 0;
    var AnchoredClock = class {
      _monotonicClock;
      _epochMillis;
      _performanceMillis;
      /**
       * Create a new AnchoredClock anchored to the current time returned by systemClock.
       *
       * @param systemClock should be a clock that returns the number of milliseconds since January 1 1970 such as Date
       * @param monotonicClock should be a clock that counts milliseconds monotonically such as window.performance or perf_hooks.performance
       */
      constructor(systemClock, monotonicClock) {
        this._monotonicClock = monotonicClock;
        this._epochMillis = systemClock.now();
        this._performanceMillis = monotonicClock.now();
      }
      /**
       * Returns the current time by adding the number of milliseconds since the
       * AnchoredClock was created to the creation epoch time
       */
      now() {
        const delta = this._monotonicClock.now() - this._performanceMillis;
        return this._epochMillis + delta;
      }
    };
    exports2.AnchoredClock = AnchoredClock;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/attributes.js
var require_attributes = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/attributes.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.isAttributeValue = exports2.isAttributeKey = exports2.sanitizeAttributes = void 0;
    var api_1 = require("@opentelemetry/api");
    function sanitizeAttributes3(attributes) {
      const out = {};
      if (typeof attributes !== "object" || attributes == null) {
        return out;
      }
      for (const key in attributes) {
        if (!Object.prototype.hasOwnProperty.call(attributes, key)) {
          continue;
        }
        if (!isAttributeKey(key)) {
          api_1.diag.warn(`Invalid attribute key: ${key}`);
          continue;
        }
        const val = attributes[key];
        if (!isAttributeValue2(val)) {
          api_1.diag.warn(`Invalid attribute value set for key: ${key}`);
          continue;
        }
        if (Array.isArray(val)) {
          out[key] = val.slice();
        } else {
          out[key] = val;
        }
      }
      return out;
    }
    exports2.sanitizeAttributes = sanitizeAttributes3;
    function isAttributeKey(key) {
      return typeof key === "string" && key !== "";
    }
    exports2.isAttributeKey = isAttributeKey;
    function isAttributeValue2(val) {
      if (val == null) {
        return true;
      }
      if (Array.isArray(val)) {
        return isHomogeneousAttributeValueArray(val);
      }
      return isValidPrimitiveAttributeValueType(typeof val);
    }
    exports2.isAttributeValue = isAttributeValue2;
    function isHomogeneousAttributeValueArray(arr) {
      let type;
      for (const element of arr) {
        if (element == null)
          continue;
        const elementType = typeof element;
        if (elementType === type) {
          continue;
        }
        if (!type) {
          if (isValidPrimitiveAttributeValueType(elementType)) {
            type = elementType;
            continue;
          }
          return false;
        }
        return false;
      }
      return true;
    }
    function isValidPrimitiveAttributeValueType(valType) {
      switch (valType) {
        case "number":
        case "boolean":
        case "string":
          return true;
      }
      return false;
    }
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/logging-error-handler.js
var require_logging_error_handler = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/logging-error-handler.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.loggingErrorHandler = void 0;
    var api_1 = require("@opentelemetry/api");
    function loggingErrorHandler() {
      return (ex) => {
        api_1.diag.error(stringifyException(ex));
      };
    }
    exports2.loggingErrorHandler = loggingErrorHandler;
    function stringifyException(ex) {
      if (typeof ex === "string") {
        return ex;
      } else {
        return JSON.stringify(flattenException(ex));
      }
    }
    function flattenException(ex) {
      const result = {};
      let current = ex;
      while (current !== null) {
        Object.getOwnPropertyNames(current).forEach((propertyName) => {
          if (result[propertyName])
            return;
          const value = current[propertyName];
          if (value) {
            result[propertyName] = String(value);
          }
        });
        current = Object.getPrototypeOf(current);
      }
      return result;
    }
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/global-error-handler.js
var require_global_error_handler = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/global-error-handler.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.globalErrorHandler = exports2.setGlobalErrorHandler = void 0;
    var logging_error_handler_1 = require_logging_error_handler();
    var delegateHandler = (0, logging_error_handler_1.loggingErrorHandler)();
    function setGlobalErrorHandler(handler) {
      delegateHandler = handler;
    }
    exports2.setGlobalErrorHandler = setGlobalErrorHandler;
    function globalErrorHandler(ex) {
      try {
        delegateHandler(ex);
      } catch {
      }
    }
    exports2.globalErrorHandler = globalErrorHandler;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/node/environment.js
var require_environment = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/node/environment.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getStringListFromEnv = exports2.getBooleanFromEnv = exports2.getStringFromEnv = exports2.getNumberFromEnv = void 0;
    var api_1 = require("@opentelemetry/api");
    var util_1 = require("util");
    function getNumberFromEnv(key) {
      const raw = process.env[key];
      if (raw == null || raw.trim() === "") {
        return void 0;
      }
      const value = Number(raw);
      if (isNaN(value)) {
        api_1.diag.warn(`Unknown value ${(0, util_1.inspect)(raw)} for ${key}, expected a number, using defaults`);
        return void 0;
      }
      return value;
    }
    exports2.getNumberFromEnv = getNumberFromEnv;
    function getStringFromEnv(key) {
      const raw = process.env[key];
      if (raw == null || raw.trim() === "") {
        return void 0;
      }
      return raw;
    }
    exports2.getStringFromEnv = getStringFromEnv;
    function getBooleanFromEnv(key) {
      const raw = process.env[key]?.trim().toLowerCase();
      if (raw == null || raw === "") {
        return false;
      }
      if (raw === "true") {
        return true;
      } else if (raw === "false") {
        return false;
      } else {
        api_1.diag.warn(`Unknown value ${(0, util_1.inspect)(raw)} for ${key}, expected 'true' or 'false', falling back to 'false' (default)`);
        return false;
      }
    }
    exports2.getBooleanFromEnv = getBooleanFromEnv;
    function getStringListFromEnv(key) {
      return getStringFromEnv(key)?.split(",").map((v) => v.trim()).filter((s) => s !== "");
    }
    exports2.getStringListFromEnv = getStringListFromEnv;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/globalThis.js
var require_globalThis = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/globalThis.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2._globalThis = void 0;
    exports2._globalThis = globalThis;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/version.js
var require_version = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/version.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.VERSION = void 0;
    exports2.VERSION = "2.12.0";
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/internal/utils.cjs
var require_utils2 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/internal/utils.cjs"(exports2) {
    // @__NO_SIDE_EFFECTS__
    function createConstMap(values) {
      let res = {};
      const len = values.length;
      for (let lp = 0; lp < len; lp++) {
        const val = values[lp];
        if (val) res[String(val).toUpperCase().replace(/[-.]/g, "_")] = val;
      }
      return res;
    }
    exports2.createConstMap = createConstMap;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/trace/SemanticAttributes.cjs
var require_SemanticAttributes = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/trace/SemanticAttributes.cjs"(exports2) {
    var require_utils7 = require_utils2();
    var TMP_AWS_LAMBDA_INVOKED_ARN = "aws.lambda.invoked_arn";
    var TMP_DB_SYSTEM = "db.system";
    var TMP_DB_CONNECTION_STRING = "db.connection_string";
    var TMP_DB_USER = "db.user";
    var TMP_DB_JDBC_DRIVER_CLASSNAME = "db.jdbc.driver_classname";
    var TMP_DB_NAME = "db.name";
    var TMP_DB_STATEMENT = "db.statement";
    var TMP_DB_OPERATION = "db.operation";
    var TMP_DB_MSSQL_INSTANCE_NAME = "db.mssql.instance_name";
    var TMP_DB_CASSANDRA_KEYSPACE = "db.cassandra.keyspace";
    var TMP_DB_CASSANDRA_PAGE_SIZE = "db.cassandra.page_size";
    var TMP_DB_CASSANDRA_CONSISTENCY_LEVEL = "db.cassandra.consistency_level";
    var TMP_DB_CASSANDRA_TABLE = "db.cassandra.table";
    var TMP_DB_CASSANDRA_IDEMPOTENCE = "db.cassandra.idempotence";
    var TMP_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT = "db.cassandra.speculative_execution_count";
    var TMP_DB_CASSANDRA_COORDINATOR_ID = "db.cassandra.coordinator.id";
    var TMP_DB_CASSANDRA_COORDINATOR_DC = "db.cassandra.coordinator.dc";
    var TMP_DB_HBASE_NAMESPACE = "db.hbase.namespace";
    var TMP_DB_REDIS_DATABASE_INDEX = "db.redis.database_index";
    var TMP_DB_MONGODB_COLLECTION = "db.mongodb.collection";
    var TMP_DB_SQL_TABLE = "db.sql.table";
    var TMP_EXCEPTION_TYPE = "exception.type";
    var TMP_EXCEPTION_MESSAGE = "exception.message";
    var TMP_EXCEPTION_STACKTRACE = "exception.stacktrace";
    var TMP_EXCEPTION_ESCAPED = "exception.escaped";
    var TMP_FAAS_TRIGGER = "faas.trigger";
    var TMP_FAAS_EXECUTION = "faas.execution";
    var TMP_FAAS_DOCUMENT_COLLECTION = "faas.document.collection";
    var TMP_FAAS_DOCUMENT_OPERATION = "faas.document.operation";
    var TMP_FAAS_DOCUMENT_TIME = "faas.document.time";
    var TMP_FAAS_DOCUMENT_NAME = "faas.document.name";
    var TMP_FAAS_TIME = "faas.time";
    var TMP_FAAS_CRON = "faas.cron";
    var TMP_FAAS_COLDSTART = "faas.coldstart";
    var TMP_FAAS_INVOKED_NAME = "faas.invoked_name";
    var TMP_FAAS_INVOKED_PROVIDER = "faas.invoked_provider";
    var TMP_FAAS_INVOKED_REGION = "faas.invoked_region";
    var TMP_NET_TRANSPORT = "net.transport";
    var TMP_NET_PEER_IP = "net.peer.ip";
    var TMP_NET_PEER_PORT = "net.peer.port";
    var TMP_NET_PEER_NAME = "net.peer.name";
    var TMP_NET_HOST_IP = "net.host.ip";
    var TMP_NET_HOST_PORT = "net.host.port";
    var TMP_NET_HOST_NAME = "net.host.name";
    var TMP_NET_HOST_CONNECTION_TYPE = "net.host.connection.type";
    var TMP_NET_HOST_CONNECTION_SUBTYPE = "net.host.connection.subtype";
    var TMP_NET_HOST_CARRIER_NAME = "net.host.carrier.name";
    var TMP_NET_HOST_CARRIER_MCC = "net.host.carrier.mcc";
    var TMP_NET_HOST_CARRIER_MNC = "net.host.carrier.mnc";
    var TMP_NET_HOST_CARRIER_ICC = "net.host.carrier.icc";
    var TMP_PEER_SERVICE = "peer.service";
    var TMP_ENDUSER_ID = "enduser.id";
    var TMP_ENDUSER_ROLE = "enduser.role";
    var TMP_ENDUSER_SCOPE = "enduser.scope";
    var TMP_THREAD_ID = "thread.id";
    var TMP_THREAD_NAME = "thread.name";
    var TMP_CODE_FUNCTION = "code.function";
    var TMP_CODE_NAMESPACE = "code.namespace";
    var TMP_CODE_FILEPATH = "code.filepath";
    var TMP_CODE_LINENO = "code.lineno";
    var TMP_HTTP_METHOD = "http.method";
    var TMP_HTTP_URL = "http.url";
    var TMP_HTTP_TARGET = "http.target";
    var TMP_HTTP_HOST = "http.host";
    var TMP_HTTP_SCHEME = "http.scheme";
    var TMP_HTTP_STATUS_CODE = "http.status_code";
    var TMP_HTTP_FLAVOR = "http.flavor";
    var TMP_HTTP_USER_AGENT = "http.user_agent";
    var TMP_HTTP_REQUEST_CONTENT_LENGTH = "http.request_content_length";
    var TMP_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED = "http.request_content_length_uncompressed";
    var TMP_HTTP_RESPONSE_CONTENT_LENGTH = "http.response_content_length";
    var TMP_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED = "http.response_content_length_uncompressed";
    var TMP_HTTP_SERVER_NAME = "http.server_name";
    var TMP_HTTP_ROUTE = "http.route";
    var TMP_HTTP_CLIENT_IP = "http.client_ip";
    var TMP_AWS_DYNAMODB_TABLE_NAMES = "aws.dynamodb.table_names";
    var TMP_AWS_DYNAMODB_CONSUMED_CAPACITY = "aws.dynamodb.consumed_capacity";
    var TMP_AWS_DYNAMODB_ITEM_COLLECTION_METRICS = "aws.dynamodb.item_collection_metrics";
    var TMP_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY = "aws.dynamodb.provisioned_read_capacity";
    var TMP_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY = "aws.dynamodb.provisioned_write_capacity";
    var TMP_AWS_DYNAMODB_CONSISTENT_READ = "aws.dynamodb.consistent_read";
    var TMP_AWS_DYNAMODB_PROJECTION = "aws.dynamodb.projection";
    var TMP_AWS_DYNAMODB_LIMIT = "aws.dynamodb.limit";
    var TMP_AWS_DYNAMODB_ATTRIBUTES_TO_GET = "aws.dynamodb.attributes_to_get";
    var TMP_AWS_DYNAMODB_INDEX_NAME = "aws.dynamodb.index_name";
    var TMP_AWS_DYNAMODB_SELECT = "aws.dynamodb.select";
    var TMP_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES = "aws.dynamodb.global_secondary_indexes";
    var TMP_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES = "aws.dynamodb.local_secondary_indexes";
    var TMP_AWS_DYNAMODB_EXCLUSIVE_START_TABLE = "aws.dynamodb.exclusive_start_table";
    var TMP_AWS_DYNAMODB_TABLE_COUNT = "aws.dynamodb.table_count";
    var TMP_AWS_DYNAMODB_SCAN_FORWARD = "aws.dynamodb.scan_forward";
    var TMP_AWS_DYNAMODB_SEGMENT = "aws.dynamodb.segment";
    var TMP_AWS_DYNAMODB_TOTAL_SEGMENTS = "aws.dynamodb.total_segments";
    var TMP_AWS_DYNAMODB_COUNT = "aws.dynamodb.count";
    var TMP_AWS_DYNAMODB_SCANNED_COUNT = "aws.dynamodb.scanned_count";
    var TMP_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS = "aws.dynamodb.attribute_definitions";
    var TMP_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES = "aws.dynamodb.global_secondary_index_updates";
    var TMP_MESSAGING_SYSTEM = "messaging.system";
    var TMP_MESSAGING_DESTINATION = "messaging.destination";
    var TMP_MESSAGING_DESTINATION_KIND = "messaging.destination_kind";
    var TMP_MESSAGING_TEMP_DESTINATION = "messaging.temp_destination";
    var TMP_MESSAGING_PROTOCOL = "messaging.protocol";
    var TMP_MESSAGING_PROTOCOL_VERSION = "messaging.protocol_version";
    var TMP_MESSAGING_URL = "messaging.url";
    var TMP_MESSAGING_MESSAGE_ID = "messaging.message_id";
    var TMP_MESSAGING_CONVERSATION_ID = "messaging.conversation_id";
    var TMP_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES = "messaging.message_payload_size_bytes";
    var TMP_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES = "messaging.message_payload_compressed_size_bytes";
    var TMP_MESSAGING_OPERATION = "messaging.operation";
    var TMP_MESSAGING_CONSUMER_ID = "messaging.consumer_id";
    var TMP_MESSAGING_RABBITMQ_ROUTING_KEY = "messaging.rabbitmq.routing_key";
    var TMP_MESSAGING_KAFKA_MESSAGE_KEY = "messaging.kafka.message_key";
    var TMP_MESSAGING_KAFKA_CONSUMER_GROUP = "messaging.kafka.consumer_group";
    var TMP_MESSAGING_KAFKA_CLIENT_ID = "messaging.kafka.client_id";
    var TMP_MESSAGING_KAFKA_PARTITION = "messaging.kafka.partition";
    var TMP_MESSAGING_KAFKA_TOMBSTONE = "messaging.kafka.tombstone";
    var TMP_RPC_SYSTEM = "rpc.system";
    var TMP_RPC_SERVICE = "rpc.service";
    var TMP_RPC_METHOD = "rpc.method";
    var TMP_RPC_GRPC_STATUS_CODE = "rpc.grpc.status_code";
    var TMP_RPC_JSONRPC_VERSION = "rpc.jsonrpc.version";
    var TMP_RPC_JSONRPC_REQUEST_ID = "rpc.jsonrpc.request_id";
    var TMP_RPC_JSONRPC_ERROR_CODE = "rpc.jsonrpc.error_code";
    var TMP_RPC_JSONRPC_ERROR_MESSAGE = "rpc.jsonrpc.error_message";
    var TMP_MESSAGE_TYPE = "message.type";
    var TMP_MESSAGE_ID = "message.id";
    var TMP_MESSAGE_COMPRESSED_SIZE = "message.compressed_size";
    var TMP_MESSAGE_UNCOMPRESSED_SIZE = "message.uncompressed_size";
    var SEMATTRS_AWS_LAMBDA_INVOKED_ARN = TMP_AWS_LAMBDA_INVOKED_ARN;
    var SEMATTRS_DB_SYSTEM = TMP_DB_SYSTEM;
    var SEMATTRS_DB_CONNECTION_STRING = TMP_DB_CONNECTION_STRING;
    var SEMATTRS_DB_USER = TMP_DB_USER;
    var SEMATTRS_DB_JDBC_DRIVER_CLASSNAME = TMP_DB_JDBC_DRIVER_CLASSNAME;
    var SEMATTRS_DB_NAME = TMP_DB_NAME;
    var SEMATTRS_DB_STATEMENT = TMP_DB_STATEMENT;
    var SEMATTRS_DB_OPERATION = TMP_DB_OPERATION;
    var SEMATTRS_DB_MSSQL_INSTANCE_NAME = TMP_DB_MSSQL_INSTANCE_NAME;
    var SEMATTRS_DB_CASSANDRA_KEYSPACE = TMP_DB_CASSANDRA_KEYSPACE;
    var SEMATTRS_DB_CASSANDRA_PAGE_SIZE = TMP_DB_CASSANDRA_PAGE_SIZE;
    var SEMATTRS_DB_CASSANDRA_CONSISTENCY_LEVEL = TMP_DB_CASSANDRA_CONSISTENCY_LEVEL;
    var SEMATTRS_DB_CASSANDRA_TABLE = TMP_DB_CASSANDRA_TABLE;
    var SEMATTRS_DB_CASSANDRA_IDEMPOTENCE = TMP_DB_CASSANDRA_IDEMPOTENCE;
    var SEMATTRS_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT = TMP_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT;
    var SEMATTRS_DB_CASSANDRA_COORDINATOR_ID = TMP_DB_CASSANDRA_COORDINATOR_ID;
    var SEMATTRS_DB_CASSANDRA_COORDINATOR_DC = TMP_DB_CASSANDRA_COORDINATOR_DC;
    var SEMATTRS_DB_HBASE_NAMESPACE = TMP_DB_HBASE_NAMESPACE;
    var SEMATTRS_DB_REDIS_DATABASE_INDEX = TMP_DB_REDIS_DATABASE_INDEX;
    var SEMATTRS_DB_MONGODB_COLLECTION = TMP_DB_MONGODB_COLLECTION;
    var SEMATTRS_DB_SQL_TABLE = TMP_DB_SQL_TABLE;
    var SEMATTRS_EXCEPTION_TYPE = TMP_EXCEPTION_TYPE;
    var SEMATTRS_EXCEPTION_MESSAGE = TMP_EXCEPTION_MESSAGE;
    var SEMATTRS_EXCEPTION_STACKTRACE = TMP_EXCEPTION_STACKTRACE;
    var SEMATTRS_EXCEPTION_ESCAPED = TMP_EXCEPTION_ESCAPED;
    var SEMATTRS_FAAS_TRIGGER = TMP_FAAS_TRIGGER;
    var SEMATTRS_FAAS_EXECUTION = TMP_FAAS_EXECUTION;
    var SEMATTRS_FAAS_DOCUMENT_COLLECTION = TMP_FAAS_DOCUMENT_COLLECTION;
    var SEMATTRS_FAAS_DOCUMENT_OPERATION = TMP_FAAS_DOCUMENT_OPERATION;
    var SEMATTRS_FAAS_DOCUMENT_TIME = TMP_FAAS_DOCUMENT_TIME;
    var SEMATTRS_FAAS_DOCUMENT_NAME = TMP_FAAS_DOCUMENT_NAME;
    var SEMATTRS_FAAS_TIME = TMP_FAAS_TIME;
    var SEMATTRS_FAAS_CRON = TMP_FAAS_CRON;
    var SEMATTRS_FAAS_COLDSTART = TMP_FAAS_COLDSTART;
    var SEMATTRS_FAAS_INVOKED_NAME = TMP_FAAS_INVOKED_NAME;
    var SEMATTRS_FAAS_INVOKED_PROVIDER = TMP_FAAS_INVOKED_PROVIDER;
    var SEMATTRS_FAAS_INVOKED_REGION = TMP_FAAS_INVOKED_REGION;
    var SEMATTRS_NET_TRANSPORT = TMP_NET_TRANSPORT;
    var SEMATTRS_NET_PEER_IP = TMP_NET_PEER_IP;
    var SEMATTRS_NET_PEER_PORT = TMP_NET_PEER_PORT;
    var SEMATTRS_NET_PEER_NAME = TMP_NET_PEER_NAME;
    var SEMATTRS_NET_HOST_IP = TMP_NET_HOST_IP;
    var SEMATTRS_NET_HOST_PORT = TMP_NET_HOST_PORT;
    var SEMATTRS_NET_HOST_NAME = TMP_NET_HOST_NAME;
    var SEMATTRS_NET_HOST_CONNECTION_TYPE = TMP_NET_HOST_CONNECTION_TYPE;
    var SEMATTRS_NET_HOST_CONNECTION_SUBTYPE = TMP_NET_HOST_CONNECTION_SUBTYPE;
    var SEMATTRS_NET_HOST_CARRIER_NAME = TMP_NET_HOST_CARRIER_NAME;
    var SEMATTRS_NET_HOST_CARRIER_MCC = TMP_NET_HOST_CARRIER_MCC;
    var SEMATTRS_NET_HOST_CARRIER_MNC = TMP_NET_HOST_CARRIER_MNC;
    var SEMATTRS_NET_HOST_CARRIER_ICC = TMP_NET_HOST_CARRIER_ICC;
    var SEMATTRS_PEER_SERVICE = TMP_PEER_SERVICE;
    var SEMATTRS_ENDUSER_ID = TMP_ENDUSER_ID;
    var SEMATTRS_ENDUSER_ROLE = TMP_ENDUSER_ROLE;
    var SEMATTRS_ENDUSER_SCOPE = TMP_ENDUSER_SCOPE;
    var SEMATTRS_THREAD_ID = TMP_THREAD_ID;
    var SEMATTRS_THREAD_NAME = TMP_THREAD_NAME;
    var SEMATTRS_CODE_FUNCTION = TMP_CODE_FUNCTION;
    var SEMATTRS_CODE_NAMESPACE = TMP_CODE_NAMESPACE;
    var SEMATTRS_CODE_FILEPATH = TMP_CODE_FILEPATH;
    var SEMATTRS_CODE_LINENO = TMP_CODE_LINENO;
    var SEMATTRS_HTTP_METHOD = TMP_HTTP_METHOD;
    var SEMATTRS_HTTP_URL = TMP_HTTP_URL;
    var SEMATTRS_HTTP_TARGET = TMP_HTTP_TARGET;
    var SEMATTRS_HTTP_HOST = TMP_HTTP_HOST;
    var SEMATTRS_HTTP_SCHEME = TMP_HTTP_SCHEME;
    var SEMATTRS_HTTP_STATUS_CODE = TMP_HTTP_STATUS_CODE;
    var SEMATTRS_HTTP_FLAVOR = TMP_HTTP_FLAVOR;
    var SEMATTRS_HTTP_USER_AGENT = TMP_HTTP_USER_AGENT;
    var SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH = TMP_HTTP_REQUEST_CONTENT_LENGTH;
    var SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED = TMP_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED;
    var SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH = TMP_HTTP_RESPONSE_CONTENT_LENGTH;
    var SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED = TMP_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED;
    var SEMATTRS_HTTP_SERVER_NAME = TMP_HTTP_SERVER_NAME;
    var SEMATTRS_HTTP_ROUTE = TMP_HTTP_ROUTE;
    var SEMATTRS_HTTP_CLIENT_IP = TMP_HTTP_CLIENT_IP;
    var SEMATTRS_AWS_DYNAMODB_TABLE_NAMES = TMP_AWS_DYNAMODB_TABLE_NAMES;
    var SEMATTRS_AWS_DYNAMODB_CONSUMED_CAPACITY = TMP_AWS_DYNAMODB_CONSUMED_CAPACITY;
    var SEMATTRS_AWS_DYNAMODB_ITEM_COLLECTION_METRICS = TMP_AWS_DYNAMODB_ITEM_COLLECTION_METRICS;
    var SEMATTRS_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY = TMP_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY;
    var SEMATTRS_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY = TMP_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY;
    var SEMATTRS_AWS_DYNAMODB_CONSISTENT_READ = TMP_AWS_DYNAMODB_CONSISTENT_READ;
    var SEMATTRS_AWS_DYNAMODB_PROJECTION = TMP_AWS_DYNAMODB_PROJECTION;
    var SEMATTRS_AWS_DYNAMODB_LIMIT = TMP_AWS_DYNAMODB_LIMIT;
    var SEMATTRS_AWS_DYNAMODB_ATTRIBUTES_TO_GET = TMP_AWS_DYNAMODB_ATTRIBUTES_TO_GET;
    var SEMATTRS_AWS_DYNAMODB_INDEX_NAME = TMP_AWS_DYNAMODB_INDEX_NAME;
    var SEMATTRS_AWS_DYNAMODB_SELECT = TMP_AWS_DYNAMODB_SELECT;
    var SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES = TMP_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES;
    var SEMATTRS_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES = TMP_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES;
    var SEMATTRS_AWS_DYNAMODB_EXCLUSIVE_START_TABLE = TMP_AWS_DYNAMODB_EXCLUSIVE_START_TABLE;
    var SEMATTRS_AWS_DYNAMODB_TABLE_COUNT = TMP_AWS_DYNAMODB_TABLE_COUNT;
    var SEMATTRS_AWS_DYNAMODB_SCAN_FORWARD = TMP_AWS_DYNAMODB_SCAN_FORWARD;
    var SEMATTRS_AWS_DYNAMODB_SEGMENT = TMP_AWS_DYNAMODB_SEGMENT;
    var SEMATTRS_AWS_DYNAMODB_TOTAL_SEGMENTS = TMP_AWS_DYNAMODB_TOTAL_SEGMENTS;
    var SEMATTRS_AWS_DYNAMODB_COUNT = TMP_AWS_DYNAMODB_COUNT;
    var SEMATTRS_AWS_DYNAMODB_SCANNED_COUNT = TMP_AWS_DYNAMODB_SCANNED_COUNT;
    var SEMATTRS_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS = TMP_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS;
    var SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES = TMP_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES;
    var SEMATTRS_MESSAGING_SYSTEM = TMP_MESSAGING_SYSTEM;
    var SEMATTRS_MESSAGING_DESTINATION = TMP_MESSAGING_DESTINATION;
    var SEMATTRS_MESSAGING_DESTINATION_KIND = TMP_MESSAGING_DESTINATION_KIND;
    var SEMATTRS_MESSAGING_TEMP_DESTINATION = TMP_MESSAGING_TEMP_DESTINATION;
    var SEMATTRS_MESSAGING_PROTOCOL = TMP_MESSAGING_PROTOCOL;
    var SEMATTRS_MESSAGING_PROTOCOL_VERSION = TMP_MESSAGING_PROTOCOL_VERSION;
    var SEMATTRS_MESSAGING_URL = TMP_MESSAGING_URL;
    var SEMATTRS_MESSAGING_MESSAGE_ID = TMP_MESSAGING_MESSAGE_ID;
    var SEMATTRS_MESSAGING_CONVERSATION_ID = TMP_MESSAGING_CONVERSATION_ID;
    var SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES = TMP_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES;
    var SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES = TMP_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES;
    var SEMATTRS_MESSAGING_OPERATION = TMP_MESSAGING_OPERATION;
    var SEMATTRS_MESSAGING_CONSUMER_ID = TMP_MESSAGING_CONSUMER_ID;
    var SEMATTRS_MESSAGING_RABBITMQ_ROUTING_KEY = TMP_MESSAGING_RABBITMQ_ROUTING_KEY;
    var SEMATTRS_MESSAGING_KAFKA_MESSAGE_KEY = TMP_MESSAGING_KAFKA_MESSAGE_KEY;
    var SEMATTRS_MESSAGING_KAFKA_CONSUMER_GROUP = TMP_MESSAGING_KAFKA_CONSUMER_GROUP;
    var SEMATTRS_MESSAGING_KAFKA_CLIENT_ID = TMP_MESSAGING_KAFKA_CLIENT_ID;
    var SEMATTRS_MESSAGING_KAFKA_PARTITION = TMP_MESSAGING_KAFKA_PARTITION;
    var SEMATTRS_MESSAGING_KAFKA_TOMBSTONE = TMP_MESSAGING_KAFKA_TOMBSTONE;
    var SEMATTRS_RPC_SYSTEM = TMP_RPC_SYSTEM;
    var SEMATTRS_RPC_SERVICE = TMP_RPC_SERVICE;
    var SEMATTRS_RPC_METHOD = TMP_RPC_METHOD;
    var SEMATTRS_RPC_GRPC_STATUS_CODE = TMP_RPC_GRPC_STATUS_CODE;
    var SEMATTRS_RPC_JSONRPC_VERSION = TMP_RPC_JSONRPC_VERSION;
    var SEMATTRS_RPC_JSONRPC_REQUEST_ID = TMP_RPC_JSONRPC_REQUEST_ID;
    var SEMATTRS_RPC_JSONRPC_ERROR_CODE = TMP_RPC_JSONRPC_ERROR_CODE;
    var SEMATTRS_RPC_JSONRPC_ERROR_MESSAGE = TMP_RPC_JSONRPC_ERROR_MESSAGE;
    var SEMATTRS_MESSAGE_TYPE = TMP_MESSAGE_TYPE;
    var SEMATTRS_MESSAGE_ID = TMP_MESSAGE_ID;
    var SEMATTRS_MESSAGE_COMPRESSED_SIZE = TMP_MESSAGE_COMPRESSED_SIZE;
    var SEMATTRS_MESSAGE_UNCOMPRESSED_SIZE = TMP_MESSAGE_UNCOMPRESSED_SIZE;
    var SemanticAttributes = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_AWS_LAMBDA_INVOKED_ARN,
      TMP_DB_SYSTEM,
      TMP_DB_CONNECTION_STRING,
      TMP_DB_USER,
      TMP_DB_JDBC_DRIVER_CLASSNAME,
      TMP_DB_NAME,
      TMP_DB_STATEMENT,
      TMP_DB_OPERATION,
      TMP_DB_MSSQL_INSTANCE_NAME,
      TMP_DB_CASSANDRA_KEYSPACE,
      TMP_DB_CASSANDRA_PAGE_SIZE,
      TMP_DB_CASSANDRA_CONSISTENCY_LEVEL,
      TMP_DB_CASSANDRA_TABLE,
      TMP_DB_CASSANDRA_IDEMPOTENCE,
      TMP_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT,
      TMP_DB_CASSANDRA_COORDINATOR_ID,
      TMP_DB_CASSANDRA_COORDINATOR_DC,
      TMP_DB_HBASE_NAMESPACE,
      TMP_DB_REDIS_DATABASE_INDEX,
      TMP_DB_MONGODB_COLLECTION,
      TMP_DB_SQL_TABLE,
      TMP_EXCEPTION_TYPE,
      TMP_EXCEPTION_MESSAGE,
      TMP_EXCEPTION_STACKTRACE,
      TMP_EXCEPTION_ESCAPED,
      TMP_FAAS_TRIGGER,
      TMP_FAAS_EXECUTION,
      TMP_FAAS_DOCUMENT_COLLECTION,
      TMP_FAAS_DOCUMENT_OPERATION,
      TMP_FAAS_DOCUMENT_TIME,
      TMP_FAAS_DOCUMENT_NAME,
      TMP_FAAS_TIME,
      TMP_FAAS_CRON,
      TMP_FAAS_COLDSTART,
      TMP_FAAS_INVOKED_NAME,
      TMP_FAAS_INVOKED_PROVIDER,
      TMP_FAAS_INVOKED_REGION,
      TMP_NET_TRANSPORT,
      TMP_NET_PEER_IP,
      TMP_NET_PEER_PORT,
      TMP_NET_PEER_NAME,
      TMP_NET_HOST_IP,
      TMP_NET_HOST_PORT,
      TMP_NET_HOST_NAME,
      TMP_NET_HOST_CONNECTION_TYPE,
      TMP_NET_HOST_CONNECTION_SUBTYPE,
      TMP_NET_HOST_CARRIER_NAME,
      TMP_NET_HOST_CARRIER_MCC,
      TMP_NET_HOST_CARRIER_MNC,
      TMP_NET_HOST_CARRIER_ICC,
      TMP_PEER_SERVICE,
      TMP_ENDUSER_ID,
      TMP_ENDUSER_ROLE,
      TMP_ENDUSER_SCOPE,
      TMP_THREAD_ID,
      TMP_THREAD_NAME,
      TMP_CODE_FUNCTION,
      TMP_CODE_NAMESPACE,
      TMP_CODE_FILEPATH,
      TMP_CODE_LINENO,
      TMP_HTTP_METHOD,
      TMP_HTTP_URL,
      TMP_HTTP_TARGET,
      TMP_HTTP_HOST,
      TMP_HTTP_SCHEME,
      TMP_HTTP_STATUS_CODE,
      TMP_HTTP_FLAVOR,
      TMP_HTTP_USER_AGENT,
      TMP_HTTP_REQUEST_CONTENT_LENGTH,
      TMP_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED,
      TMP_HTTP_RESPONSE_CONTENT_LENGTH,
      TMP_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED,
      TMP_HTTP_SERVER_NAME,
      TMP_HTTP_ROUTE,
      TMP_HTTP_CLIENT_IP,
      TMP_AWS_DYNAMODB_TABLE_NAMES,
      TMP_AWS_DYNAMODB_CONSUMED_CAPACITY,
      TMP_AWS_DYNAMODB_ITEM_COLLECTION_METRICS,
      TMP_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY,
      TMP_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY,
      TMP_AWS_DYNAMODB_CONSISTENT_READ,
      TMP_AWS_DYNAMODB_PROJECTION,
      TMP_AWS_DYNAMODB_LIMIT,
      TMP_AWS_DYNAMODB_ATTRIBUTES_TO_GET,
      TMP_AWS_DYNAMODB_INDEX_NAME,
      TMP_AWS_DYNAMODB_SELECT,
      TMP_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES,
      TMP_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES,
      TMP_AWS_DYNAMODB_EXCLUSIVE_START_TABLE,
      TMP_AWS_DYNAMODB_TABLE_COUNT,
      TMP_AWS_DYNAMODB_SCAN_FORWARD,
      TMP_AWS_DYNAMODB_SEGMENT,
      TMP_AWS_DYNAMODB_TOTAL_SEGMENTS,
      TMP_AWS_DYNAMODB_COUNT,
      TMP_AWS_DYNAMODB_SCANNED_COUNT,
      TMP_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS,
      TMP_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES,
      TMP_MESSAGING_SYSTEM,
      TMP_MESSAGING_DESTINATION,
      TMP_MESSAGING_DESTINATION_KIND,
      TMP_MESSAGING_TEMP_DESTINATION,
      TMP_MESSAGING_PROTOCOL,
      TMP_MESSAGING_PROTOCOL_VERSION,
      TMP_MESSAGING_URL,
      TMP_MESSAGING_MESSAGE_ID,
      TMP_MESSAGING_CONVERSATION_ID,
      TMP_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES,
      TMP_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES,
      TMP_MESSAGING_OPERATION,
      TMP_MESSAGING_CONSUMER_ID,
      TMP_MESSAGING_RABBITMQ_ROUTING_KEY,
      TMP_MESSAGING_KAFKA_MESSAGE_KEY,
      TMP_MESSAGING_KAFKA_CONSUMER_GROUP,
      TMP_MESSAGING_KAFKA_CLIENT_ID,
      TMP_MESSAGING_KAFKA_PARTITION,
      TMP_MESSAGING_KAFKA_TOMBSTONE,
      TMP_RPC_SYSTEM,
      TMP_RPC_SERVICE,
      TMP_RPC_METHOD,
      TMP_RPC_GRPC_STATUS_CODE,
      TMP_RPC_JSONRPC_VERSION,
      TMP_RPC_JSONRPC_REQUEST_ID,
      TMP_RPC_JSONRPC_ERROR_CODE,
      TMP_RPC_JSONRPC_ERROR_MESSAGE,
      TMP_MESSAGE_TYPE,
      TMP_MESSAGE_ID,
      TMP_MESSAGE_COMPRESSED_SIZE,
      TMP_MESSAGE_UNCOMPRESSED_SIZE
    ]);
    var TMP_DBSYSTEMVALUES_OTHER_SQL = "other_sql";
    var TMP_DBSYSTEMVALUES_MSSQL = "mssql";
    var TMP_DBSYSTEMVALUES_MYSQL = "mysql";
    var TMP_DBSYSTEMVALUES_ORACLE = "oracle";
    var TMP_DBSYSTEMVALUES_DB2 = "db2";
    var TMP_DBSYSTEMVALUES_POSTGRESQL = "postgresql";
    var TMP_DBSYSTEMVALUES_REDSHIFT = "redshift";
    var TMP_DBSYSTEMVALUES_HIVE = "hive";
    var TMP_DBSYSTEMVALUES_CLOUDSCAPE = "cloudscape";
    var TMP_DBSYSTEMVALUES_HSQLDB = "hsqldb";
    var TMP_DBSYSTEMVALUES_PROGRESS = "progress";
    var TMP_DBSYSTEMVALUES_MAXDB = "maxdb";
    var TMP_DBSYSTEMVALUES_HANADB = "hanadb";
    var TMP_DBSYSTEMVALUES_INGRES = "ingres";
    var TMP_DBSYSTEMVALUES_FIRSTSQL = "firstsql";
    var TMP_DBSYSTEMVALUES_EDB = "edb";
    var TMP_DBSYSTEMVALUES_CACHE = "cache";
    var TMP_DBSYSTEMVALUES_ADABAS = "adabas";
    var TMP_DBSYSTEMVALUES_FIREBIRD = "firebird";
    var TMP_DBSYSTEMVALUES_DERBY = "derby";
    var TMP_DBSYSTEMVALUES_FILEMAKER = "filemaker";
    var TMP_DBSYSTEMVALUES_INFORMIX = "informix";
    var TMP_DBSYSTEMVALUES_INSTANTDB = "instantdb";
    var TMP_DBSYSTEMVALUES_INTERBASE = "interbase";
    var TMP_DBSYSTEMVALUES_MARIADB = "mariadb";
    var TMP_DBSYSTEMVALUES_NETEZZA = "netezza";
    var TMP_DBSYSTEMVALUES_PERVASIVE = "pervasive";
    var TMP_DBSYSTEMVALUES_POINTBASE = "pointbase";
    var TMP_DBSYSTEMVALUES_SQLITE = "sqlite";
    var TMP_DBSYSTEMVALUES_SYBASE = "sybase";
    var TMP_DBSYSTEMVALUES_TERADATA = "teradata";
    var TMP_DBSYSTEMVALUES_VERTICA = "vertica";
    var TMP_DBSYSTEMVALUES_H2 = "h2";
    var TMP_DBSYSTEMVALUES_COLDFUSION = "coldfusion";
    var TMP_DBSYSTEMVALUES_CASSANDRA = "cassandra";
    var TMP_DBSYSTEMVALUES_HBASE = "hbase";
    var TMP_DBSYSTEMVALUES_MONGODB = "mongodb";
    var TMP_DBSYSTEMVALUES_REDIS = "redis";
    var TMP_DBSYSTEMVALUES_COUCHBASE = "couchbase";
    var TMP_DBSYSTEMVALUES_COUCHDB = "couchdb";
    var TMP_DBSYSTEMVALUES_COSMOSDB = "cosmosdb";
    var TMP_DBSYSTEMVALUES_DYNAMODB = "dynamodb";
    var TMP_DBSYSTEMVALUES_NEO4J = "neo4j";
    var TMP_DBSYSTEMVALUES_GEODE = "geode";
    var TMP_DBSYSTEMVALUES_ELASTICSEARCH = "elasticsearch";
    var TMP_DBSYSTEMVALUES_MEMCACHED = "memcached";
    var TMP_DBSYSTEMVALUES_COCKROACHDB = "cockroachdb";
    var DBSYSTEMVALUES_OTHER_SQL = TMP_DBSYSTEMVALUES_OTHER_SQL;
    var DBSYSTEMVALUES_MSSQL = TMP_DBSYSTEMVALUES_MSSQL;
    var DBSYSTEMVALUES_MYSQL = TMP_DBSYSTEMVALUES_MYSQL;
    var DBSYSTEMVALUES_ORACLE = TMP_DBSYSTEMVALUES_ORACLE;
    var DBSYSTEMVALUES_DB2 = TMP_DBSYSTEMVALUES_DB2;
    var DBSYSTEMVALUES_POSTGRESQL = TMP_DBSYSTEMVALUES_POSTGRESQL;
    var DBSYSTEMVALUES_REDSHIFT = TMP_DBSYSTEMVALUES_REDSHIFT;
    var DBSYSTEMVALUES_HIVE = TMP_DBSYSTEMVALUES_HIVE;
    var DBSYSTEMVALUES_CLOUDSCAPE = TMP_DBSYSTEMVALUES_CLOUDSCAPE;
    var DBSYSTEMVALUES_HSQLDB = TMP_DBSYSTEMVALUES_HSQLDB;
    var DBSYSTEMVALUES_PROGRESS = TMP_DBSYSTEMVALUES_PROGRESS;
    var DBSYSTEMVALUES_MAXDB = TMP_DBSYSTEMVALUES_MAXDB;
    var DBSYSTEMVALUES_HANADB = TMP_DBSYSTEMVALUES_HANADB;
    var DBSYSTEMVALUES_INGRES = TMP_DBSYSTEMVALUES_INGRES;
    var DBSYSTEMVALUES_FIRSTSQL = TMP_DBSYSTEMVALUES_FIRSTSQL;
    var DBSYSTEMVALUES_EDB = TMP_DBSYSTEMVALUES_EDB;
    var DBSYSTEMVALUES_CACHE = TMP_DBSYSTEMVALUES_CACHE;
    var DBSYSTEMVALUES_ADABAS = TMP_DBSYSTEMVALUES_ADABAS;
    var DBSYSTEMVALUES_FIREBIRD = TMP_DBSYSTEMVALUES_FIREBIRD;
    var DBSYSTEMVALUES_DERBY = TMP_DBSYSTEMVALUES_DERBY;
    var DBSYSTEMVALUES_FILEMAKER = TMP_DBSYSTEMVALUES_FILEMAKER;
    var DBSYSTEMVALUES_INFORMIX = TMP_DBSYSTEMVALUES_INFORMIX;
    var DBSYSTEMVALUES_INSTANTDB = TMP_DBSYSTEMVALUES_INSTANTDB;
    var DBSYSTEMVALUES_INTERBASE = TMP_DBSYSTEMVALUES_INTERBASE;
    var DBSYSTEMVALUES_MARIADB = TMP_DBSYSTEMVALUES_MARIADB;
    var DBSYSTEMVALUES_NETEZZA = TMP_DBSYSTEMVALUES_NETEZZA;
    var DBSYSTEMVALUES_PERVASIVE = TMP_DBSYSTEMVALUES_PERVASIVE;
    var DBSYSTEMVALUES_POINTBASE = TMP_DBSYSTEMVALUES_POINTBASE;
    var DBSYSTEMVALUES_SQLITE = TMP_DBSYSTEMVALUES_SQLITE;
    var DBSYSTEMVALUES_SYBASE = TMP_DBSYSTEMVALUES_SYBASE;
    var DBSYSTEMVALUES_TERADATA = TMP_DBSYSTEMVALUES_TERADATA;
    var DBSYSTEMVALUES_VERTICA = TMP_DBSYSTEMVALUES_VERTICA;
    var DBSYSTEMVALUES_H2 = TMP_DBSYSTEMVALUES_H2;
    var DBSYSTEMVALUES_COLDFUSION = TMP_DBSYSTEMVALUES_COLDFUSION;
    var DBSYSTEMVALUES_CASSANDRA = TMP_DBSYSTEMVALUES_CASSANDRA;
    var DBSYSTEMVALUES_HBASE = TMP_DBSYSTEMVALUES_HBASE;
    var DBSYSTEMVALUES_MONGODB = TMP_DBSYSTEMVALUES_MONGODB;
    var DBSYSTEMVALUES_REDIS = TMP_DBSYSTEMVALUES_REDIS;
    var DBSYSTEMVALUES_COUCHBASE = TMP_DBSYSTEMVALUES_COUCHBASE;
    var DBSYSTEMVALUES_COUCHDB = TMP_DBSYSTEMVALUES_COUCHDB;
    var DBSYSTEMVALUES_COSMOSDB = TMP_DBSYSTEMVALUES_COSMOSDB;
    var DBSYSTEMVALUES_DYNAMODB = TMP_DBSYSTEMVALUES_DYNAMODB;
    var DBSYSTEMVALUES_NEO4J = TMP_DBSYSTEMVALUES_NEO4J;
    var DBSYSTEMVALUES_GEODE = TMP_DBSYSTEMVALUES_GEODE;
    var DBSYSTEMVALUES_ELASTICSEARCH = TMP_DBSYSTEMVALUES_ELASTICSEARCH;
    var DBSYSTEMVALUES_MEMCACHED = TMP_DBSYSTEMVALUES_MEMCACHED;
    var DBSYSTEMVALUES_COCKROACHDB = TMP_DBSYSTEMVALUES_COCKROACHDB;
    var DbSystemValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_DBSYSTEMVALUES_OTHER_SQL,
      TMP_DBSYSTEMVALUES_MSSQL,
      TMP_DBSYSTEMVALUES_MYSQL,
      TMP_DBSYSTEMVALUES_ORACLE,
      TMP_DBSYSTEMVALUES_DB2,
      TMP_DBSYSTEMVALUES_POSTGRESQL,
      TMP_DBSYSTEMVALUES_REDSHIFT,
      TMP_DBSYSTEMVALUES_HIVE,
      TMP_DBSYSTEMVALUES_CLOUDSCAPE,
      TMP_DBSYSTEMVALUES_HSQLDB,
      TMP_DBSYSTEMVALUES_PROGRESS,
      TMP_DBSYSTEMVALUES_MAXDB,
      TMP_DBSYSTEMVALUES_HANADB,
      TMP_DBSYSTEMVALUES_INGRES,
      TMP_DBSYSTEMVALUES_FIRSTSQL,
      TMP_DBSYSTEMVALUES_EDB,
      TMP_DBSYSTEMVALUES_CACHE,
      TMP_DBSYSTEMVALUES_ADABAS,
      TMP_DBSYSTEMVALUES_FIREBIRD,
      TMP_DBSYSTEMVALUES_DERBY,
      TMP_DBSYSTEMVALUES_FILEMAKER,
      TMP_DBSYSTEMVALUES_INFORMIX,
      TMP_DBSYSTEMVALUES_INSTANTDB,
      TMP_DBSYSTEMVALUES_INTERBASE,
      TMP_DBSYSTEMVALUES_MARIADB,
      TMP_DBSYSTEMVALUES_NETEZZA,
      TMP_DBSYSTEMVALUES_PERVASIVE,
      TMP_DBSYSTEMVALUES_POINTBASE,
      TMP_DBSYSTEMVALUES_SQLITE,
      TMP_DBSYSTEMVALUES_SYBASE,
      TMP_DBSYSTEMVALUES_TERADATA,
      TMP_DBSYSTEMVALUES_VERTICA,
      TMP_DBSYSTEMVALUES_H2,
      TMP_DBSYSTEMVALUES_COLDFUSION,
      TMP_DBSYSTEMVALUES_CASSANDRA,
      TMP_DBSYSTEMVALUES_HBASE,
      TMP_DBSYSTEMVALUES_MONGODB,
      TMP_DBSYSTEMVALUES_REDIS,
      TMP_DBSYSTEMVALUES_COUCHBASE,
      TMP_DBSYSTEMVALUES_COUCHDB,
      TMP_DBSYSTEMVALUES_COSMOSDB,
      TMP_DBSYSTEMVALUES_DYNAMODB,
      TMP_DBSYSTEMVALUES_NEO4J,
      TMP_DBSYSTEMVALUES_GEODE,
      TMP_DBSYSTEMVALUES_ELASTICSEARCH,
      TMP_DBSYSTEMVALUES_MEMCACHED,
      TMP_DBSYSTEMVALUES_COCKROACHDB
    ]);
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ALL = "all";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM = "each_quorum";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM = "quorum";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM = "local_quorum";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ONE = "one";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_TWO = "two";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_THREE = "three";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE = "local_one";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ANY = "any";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL = "serial";
    var TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL = "local_serial";
    var DBCASSANDRACONSISTENCYLEVELVALUES_ALL = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ALL;
    var DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM;
    var DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM;
    var DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM;
    var DBCASSANDRACONSISTENCYLEVELVALUES_ONE = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ONE;
    var DBCASSANDRACONSISTENCYLEVELVALUES_TWO = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_TWO;
    var DBCASSANDRACONSISTENCYLEVELVALUES_THREE = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_THREE;
    var DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE;
    var DBCASSANDRACONSISTENCYLEVELVALUES_ANY = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ANY;
    var DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL;
    var DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL = TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL;
    var DbCassandraConsistencyLevelValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ALL,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ONE,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_TWO,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_THREE,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_ANY,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL,
      TMP_DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL
    ]);
    var TMP_FAASTRIGGERVALUES_DATASOURCE = "datasource";
    var TMP_FAASTRIGGERVALUES_HTTP = "http";
    var TMP_FAASTRIGGERVALUES_PUBSUB = "pubsub";
    var TMP_FAASTRIGGERVALUES_TIMER = "timer";
    var TMP_FAASTRIGGERVALUES_OTHER = "other";
    var FAASTRIGGERVALUES_DATASOURCE = TMP_FAASTRIGGERVALUES_DATASOURCE;
    var FAASTRIGGERVALUES_HTTP = TMP_FAASTRIGGERVALUES_HTTP;
    var FAASTRIGGERVALUES_PUBSUB = TMP_FAASTRIGGERVALUES_PUBSUB;
    var FAASTRIGGERVALUES_TIMER = TMP_FAASTRIGGERVALUES_TIMER;
    var FAASTRIGGERVALUES_OTHER = TMP_FAASTRIGGERVALUES_OTHER;
    var FaasTriggerValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_FAASTRIGGERVALUES_DATASOURCE,
      TMP_FAASTRIGGERVALUES_HTTP,
      TMP_FAASTRIGGERVALUES_PUBSUB,
      TMP_FAASTRIGGERVALUES_TIMER,
      TMP_FAASTRIGGERVALUES_OTHER
    ]);
    var TMP_FAASDOCUMENTOPERATIONVALUES_INSERT = "insert";
    var TMP_FAASDOCUMENTOPERATIONVALUES_EDIT = "edit";
    var TMP_FAASDOCUMENTOPERATIONVALUES_DELETE = "delete";
    var FAASDOCUMENTOPERATIONVALUES_INSERT = TMP_FAASDOCUMENTOPERATIONVALUES_INSERT;
    var FAASDOCUMENTOPERATIONVALUES_EDIT = TMP_FAASDOCUMENTOPERATIONVALUES_EDIT;
    var FAASDOCUMENTOPERATIONVALUES_DELETE = TMP_FAASDOCUMENTOPERATIONVALUES_DELETE;
    var FaasDocumentOperationValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_FAASDOCUMENTOPERATIONVALUES_INSERT,
      TMP_FAASDOCUMENTOPERATIONVALUES_EDIT,
      TMP_FAASDOCUMENTOPERATIONVALUES_DELETE
    ]);
    var TMP_FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD = "alibaba_cloud";
    var TMP_FAASINVOKEDPROVIDERVALUES_AWS = "aws";
    var TMP_FAASINVOKEDPROVIDERVALUES_AZURE = "azure";
    var TMP_FAASINVOKEDPROVIDERVALUES_GCP = "gcp";
    var FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD = TMP_FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD;
    var FAASINVOKEDPROVIDERVALUES_AWS = TMP_FAASINVOKEDPROVIDERVALUES_AWS;
    var FAASINVOKEDPROVIDERVALUES_AZURE = TMP_FAASINVOKEDPROVIDERVALUES_AZURE;
    var FAASINVOKEDPROVIDERVALUES_GCP = TMP_FAASINVOKEDPROVIDERVALUES_GCP;
    var FaasInvokedProviderValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD,
      TMP_FAASINVOKEDPROVIDERVALUES_AWS,
      TMP_FAASINVOKEDPROVIDERVALUES_AZURE,
      TMP_FAASINVOKEDPROVIDERVALUES_GCP
    ]);
    var TMP_NETTRANSPORTVALUES_IP_TCP = "ip_tcp";
    var TMP_NETTRANSPORTVALUES_IP_UDP = "ip_udp";
    var TMP_NETTRANSPORTVALUES_IP = "ip";
    var TMP_NETTRANSPORTVALUES_UNIX = "unix";
    var TMP_NETTRANSPORTVALUES_PIPE = "pipe";
    var TMP_NETTRANSPORTVALUES_INPROC = "inproc";
    var TMP_NETTRANSPORTVALUES_OTHER = "other";
    var NETTRANSPORTVALUES_IP_TCP = TMP_NETTRANSPORTVALUES_IP_TCP;
    var NETTRANSPORTVALUES_IP_UDP = TMP_NETTRANSPORTVALUES_IP_UDP;
    var NETTRANSPORTVALUES_IP = TMP_NETTRANSPORTVALUES_IP;
    var NETTRANSPORTVALUES_UNIX = TMP_NETTRANSPORTVALUES_UNIX;
    var NETTRANSPORTVALUES_PIPE = TMP_NETTRANSPORTVALUES_PIPE;
    var NETTRANSPORTVALUES_INPROC = TMP_NETTRANSPORTVALUES_INPROC;
    var NETTRANSPORTVALUES_OTHER = TMP_NETTRANSPORTVALUES_OTHER;
    var NetTransportValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_NETTRANSPORTVALUES_IP_TCP,
      TMP_NETTRANSPORTVALUES_IP_UDP,
      TMP_NETTRANSPORTVALUES_IP,
      TMP_NETTRANSPORTVALUES_UNIX,
      TMP_NETTRANSPORTVALUES_PIPE,
      TMP_NETTRANSPORTVALUES_INPROC,
      TMP_NETTRANSPORTVALUES_OTHER
    ]);
    var TMP_NETHOSTCONNECTIONTYPEVALUES_WIFI = "wifi";
    var TMP_NETHOSTCONNECTIONTYPEVALUES_WIRED = "wired";
    var TMP_NETHOSTCONNECTIONTYPEVALUES_CELL = "cell";
    var TMP_NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE = "unavailable";
    var TMP_NETHOSTCONNECTIONTYPEVALUES_UNKNOWN = "unknown";
    var NETHOSTCONNECTIONTYPEVALUES_WIFI = TMP_NETHOSTCONNECTIONTYPEVALUES_WIFI;
    var NETHOSTCONNECTIONTYPEVALUES_WIRED = TMP_NETHOSTCONNECTIONTYPEVALUES_WIRED;
    var NETHOSTCONNECTIONTYPEVALUES_CELL = TMP_NETHOSTCONNECTIONTYPEVALUES_CELL;
    var NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE = TMP_NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE;
    var NETHOSTCONNECTIONTYPEVALUES_UNKNOWN = TMP_NETHOSTCONNECTIONTYPEVALUES_UNKNOWN;
    var NetHostConnectionTypeValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_NETHOSTCONNECTIONTYPEVALUES_WIFI,
      TMP_NETHOSTCONNECTIONTYPEVALUES_WIRED,
      TMP_NETHOSTCONNECTIONTYPEVALUES_CELL,
      TMP_NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE,
      TMP_NETHOSTCONNECTIONTYPEVALUES_UNKNOWN
    ]);
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_GPRS = "gprs";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EDGE = "edge";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_UMTS = "umts";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_CDMA = "cdma";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0 = "evdo_0";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A = "evdo_a";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT = "cdma2000_1xrtt";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA = "hsdpa";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA = "hsupa";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSPA = "hspa";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_IDEN = "iden";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B = "evdo_b";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_LTE = "lte";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD = "ehrpd";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP = "hspap";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_GSM = "gsm";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA = "td_scdma";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN = "iwlan";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_NR = "nr";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA = "nrnsa";
    var TMP_NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA = "lte_ca";
    var NETHOSTCONNECTIONSUBTYPEVALUES_GPRS = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_GPRS;
    var NETHOSTCONNECTIONSUBTYPEVALUES_EDGE = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EDGE;
    var NETHOSTCONNECTIONSUBTYPEVALUES_UMTS = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_UMTS;
    var NETHOSTCONNECTIONSUBTYPEVALUES_CDMA = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_CDMA;
    var NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0 = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0;
    var NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A;
    var NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT;
    var NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA;
    var NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA;
    var NETHOSTCONNECTIONSUBTYPEVALUES_HSPA = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSPA;
    var NETHOSTCONNECTIONSUBTYPEVALUES_IDEN = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_IDEN;
    var NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B;
    var NETHOSTCONNECTIONSUBTYPEVALUES_LTE = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_LTE;
    var NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD;
    var NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP;
    var NETHOSTCONNECTIONSUBTYPEVALUES_GSM = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_GSM;
    var NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA;
    var NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN;
    var NETHOSTCONNECTIONSUBTYPEVALUES_NR = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_NR;
    var NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA;
    var NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA = TMP_NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA;
    var NetHostConnectionSubtypeValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_GPRS,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EDGE,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_UMTS,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_CDMA,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSPA,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_IDEN,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_LTE,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_GSM,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_NR,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA,
      TMP_NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA
    ]);
    var TMP_HTTPFLAVORVALUES_HTTP_1_0 = "1.0";
    var TMP_HTTPFLAVORVALUES_HTTP_1_1 = "1.1";
    var TMP_HTTPFLAVORVALUES_HTTP_2_0 = "2.0";
    var TMP_HTTPFLAVORVALUES_SPDY = "SPDY";
    var TMP_HTTPFLAVORVALUES_QUIC = "QUIC";
    var HTTPFLAVORVALUES_HTTP_1_0 = TMP_HTTPFLAVORVALUES_HTTP_1_0;
    var HTTPFLAVORVALUES_HTTP_1_1 = TMP_HTTPFLAVORVALUES_HTTP_1_1;
    var HTTPFLAVORVALUES_HTTP_2_0 = TMP_HTTPFLAVORVALUES_HTTP_2_0;
    var HTTPFLAVORVALUES_SPDY = TMP_HTTPFLAVORVALUES_SPDY;
    var HTTPFLAVORVALUES_QUIC = TMP_HTTPFLAVORVALUES_QUIC;
    var HttpFlavorValues = {
      HTTP_1_0: TMP_HTTPFLAVORVALUES_HTTP_1_0,
      HTTP_1_1: TMP_HTTPFLAVORVALUES_HTTP_1_1,
      HTTP_2_0: TMP_HTTPFLAVORVALUES_HTTP_2_0,
      SPDY: TMP_HTTPFLAVORVALUES_SPDY,
      QUIC: TMP_HTTPFLAVORVALUES_QUIC
    };
    var TMP_MESSAGINGDESTINATIONKINDVALUES_QUEUE = "queue";
    var TMP_MESSAGINGDESTINATIONKINDVALUES_TOPIC = "topic";
    var MESSAGINGDESTINATIONKINDVALUES_QUEUE = TMP_MESSAGINGDESTINATIONKINDVALUES_QUEUE;
    var MESSAGINGDESTINATIONKINDVALUES_TOPIC = TMP_MESSAGINGDESTINATIONKINDVALUES_TOPIC;
    var MessagingDestinationKindValues = /* @__PURE__ */ require_utils7.createConstMap([TMP_MESSAGINGDESTINATIONKINDVALUES_QUEUE, TMP_MESSAGINGDESTINATIONKINDVALUES_TOPIC]);
    var TMP_MESSAGINGOPERATIONVALUES_RECEIVE = "receive";
    var TMP_MESSAGINGOPERATIONVALUES_PROCESS = "process";
    var MESSAGINGOPERATIONVALUES_RECEIVE = TMP_MESSAGINGOPERATIONVALUES_RECEIVE;
    var MESSAGINGOPERATIONVALUES_PROCESS = TMP_MESSAGINGOPERATIONVALUES_PROCESS;
    var MessagingOperationValues = /* @__PURE__ */ require_utils7.createConstMap([TMP_MESSAGINGOPERATIONVALUES_RECEIVE, TMP_MESSAGINGOPERATIONVALUES_PROCESS]);
    var TMP_RPCGRPCSTATUSCODEVALUES_OK = 0;
    var TMP_RPCGRPCSTATUSCODEVALUES_CANCELLED = 1;
    var TMP_RPCGRPCSTATUSCODEVALUES_UNKNOWN = 2;
    var TMP_RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT = 3;
    var TMP_RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED = 4;
    var TMP_RPCGRPCSTATUSCODEVALUES_NOT_FOUND = 5;
    var TMP_RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS = 6;
    var TMP_RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED = 7;
    var TMP_RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED = 8;
    var TMP_RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION = 9;
    var TMP_RPCGRPCSTATUSCODEVALUES_ABORTED = 10;
    var TMP_RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE = 11;
    var TMP_RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED = 12;
    var TMP_RPCGRPCSTATUSCODEVALUES_INTERNAL = 13;
    var TMP_RPCGRPCSTATUSCODEVALUES_UNAVAILABLE = 14;
    var TMP_RPCGRPCSTATUSCODEVALUES_DATA_LOSS = 15;
    var TMP_RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED = 16;
    var RPCGRPCSTATUSCODEVALUES_OK = TMP_RPCGRPCSTATUSCODEVALUES_OK;
    var RPCGRPCSTATUSCODEVALUES_CANCELLED = TMP_RPCGRPCSTATUSCODEVALUES_CANCELLED;
    var RPCGRPCSTATUSCODEVALUES_UNKNOWN = TMP_RPCGRPCSTATUSCODEVALUES_UNKNOWN;
    var RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT = TMP_RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT;
    var RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED = TMP_RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED;
    var RPCGRPCSTATUSCODEVALUES_NOT_FOUND = TMP_RPCGRPCSTATUSCODEVALUES_NOT_FOUND;
    var RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS = TMP_RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS;
    var RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED = TMP_RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED;
    var RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED = TMP_RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED;
    var RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION = TMP_RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION;
    var RPCGRPCSTATUSCODEVALUES_ABORTED = TMP_RPCGRPCSTATUSCODEVALUES_ABORTED;
    var RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE = TMP_RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE;
    var RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED = TMP_RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED;
    var RPCGRPCSTATUSCODEVALUES_INTERNAL = TMP_RPCGRPCSTATUSCODEVALUES_INTERNAL;
    var RPCGRPCSTATUSCODEVALUES_UNAVAILABLE = TMP_RPCGRPCSTATUSCODEVALUES_UNAVAILABLE;
    var RPCGRPCSTATUSCODEVALUES_DATA_LOSS = TMP_RPCGRPCSTATUSCODEVALUES_DATA_LOSS;
    var RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED = TMP_RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED;
    var RpcGrpcStatusCodeValues = {
      OK: TMP_RPCGRPCSTATUSCODEVALUES_OK,
      CANCELLED: TMP_RPCGRPCSTATUSCODEVALUES_CANCELLED,
      UNKNOWN: TMP_RPCGRPCSTATUSCODEVALUES_UNKNOWN,
      INVALID_ARGUMENT: TMP_RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT,
      DEADLINE_EXCEEDED: TMP_RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED,
      NOT_FOUND: TMP_RPCGRPCSTATUSCODEVALUES_NOT_FOUND,
      ALREADY_EXISTS: TMP_RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS,
      PERMISSION_DENIED: TMP_RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED,
      RESOURCE_EXHAUSTED: TMP_RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED,
      FAILED_PRECONDITION: TMP_RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION,
      ABORTED: TMP_RPCGRPCSTATUSCODEVALUES_ABORTED,
      OUT_OF_RANGE: TMP_RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE,
      UNIMPLEMENTED: TMP_RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED,
      INTERNAL: TMP_RPCGRPCSTATUSCODEVALUES_INTERNAL,
      UNAVAILABLE: TMP_RPCGRPCSTATUSCODEVALUES_UNAVAILABLE,
      DATA_LOSS: TMP_RPCGRPCSTATUSCODEVALUES_DATA_LOSS,
      UNAUTHENTICATED: TMP_RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED
    };
    var TMP_MESSAGETYPEVALUES_SENT = "SENT";
    var TMP_MESSAGETYPEVALUES_RECEIVED = "RECEIVED";
    var MESSAGETYPEVALUES_SENT = TMP_MESSAGETYPEVALUES_SENT;
    var MESSAGETYPEVALUES_RECEIVED = TMP_MESSAGETYPEVALUES_RECEIVED;
    var MessageTypeValues = /* @__PURE__ */ require_utils7.createConstMap([TMP_MESSAGETYPEVALUES_SENT, TMP_MESSAGETYPEVALUES_RECEIVED]);
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_ALL = DBCASSANDRACONSISTENCYLEVELVALUES_ALL;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_ANY = DBCASSANDRACONSISTENCYLEVELVALUES_ANY;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM = DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE = DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM = DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL = DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_ONE = DBCASSANDRACONSISTENCYLEVELVALUES_ONE;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM = DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL = DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_THREE = DBCASSANDRACONSISTENCYLEVELVALUES_THREE;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_TWO = DBCASSANDRACONSISTENCYLEVELVALUES_TWO;
    exports2.DBSYSTEMVALUES_ADABAS = DBSYSTEMVALUES_ADABAS;
    exports2.DBSYSTEMVALUES_CACHE = DBSYSTEMVALUES_CACHE;
    exports2.DBSYSTEMVALUES_CASSANDRA = DBSYSTEMVALUES_CASSANDRA;
    exports2.DBSYSTEMVALUES_CLOUDSCAPE = DBSYSTEMVALUES_CLOUDSCAPE;
    exports2.DBSYSTEMVALUES_COCKROACHDB = DBSYSTEMVALUES_COCKROACHDB;
    exports2.DBSYSTEMVALUES_COLDFUSION = DBSYSTEMVALUES_COLDFUSION;
    exports2.DBSYSTEMVALUES_COSMOSDB = DBSYSTEMVALUES_COSMOSDB;
    exports2.DBSYSTEMVALUES_COUCHBASE = DBSYSTEMVALUES_COUCHBASE;
    exports2.DBSYSTEMVALUES_COUCHDB = DBSYSTEMVALUES_COUCHDB;
    exports2.DBSYSTEMVALUES_DB2 = DBSYSTEMVALUES_DB2;
    exports2.DBSYSTEMVALUES_DERBY = DBSYSTEMVALUES_DERBY;
    exports2.DBSYSTEMVALUES_DYNAMODB = DBSYSTEMVALUES_DYNAMODB;
    exports2.DBSYSTEMVALUES_EDB = DBSYSTEMVALUES_EDB;
    exports2.DBSYSTEMVALUES_ELASTICSEARCH = DBSYSTEMVALUES_ELASTICSEARCH;
    exports2.DBSYSTEMVALUES_FILEMAKER = DBSYSTEMVALUES_FILEMAKER;
    exports2.DBSYSTEMVALUES_FIREBIRD = DBSYSTEMVALUES_FIREBIRD;
    exports2.DBSYSTEMVALUES_FIRSTSQL = DBSYSTEMVALUES_FIRSTSQL;
    exports2.DBSYSTEMVALUES_GEODE = DBSYSTEMVALUES_GEODE;
    exports2.DBSYSTEMVALUES_H2 = DBSYSTEMVALUES_H2;
    exports2.DBSYSTEMVALUES_HANADB = DBSYSTEMVALUES_HANADB;
    exports2.DBSYSTEMVALUES_HBASE = DBSYSTEMVALUES_HBASE;
    exports2.DBSYSTEMVALUES_HIVE = DBSYSTEMVALUES_HIVE;
    exports2.DBSYSTEMVALUES_HSQLDB = DBSYSTEMVALUES_HSQLDB;
    exports2.DBSYSTEMVALUES_INFORMIX = DBSYSTEMVALUES_INFORMIX;
    exports2.DBSYSTEMVALUES_INGRES = DBSYSTEMVALUES_INGRES;
    exports2.DBSYSTEMVALUES_INSTANTDB = DBSYSTEMVALUES_INSTANTDB;
    exports2.DBSYSTEMVALUES_INTERBASE = DBSYSTEMVALUES_INTERBASE;
    exports2.DBSYSTEMVALUES_MARIADB = DBSYSTEMVALUES_MARIADB;
    exports2.DBSYSTEMVALUES_MAXDB = DBSYSTEMVALUES_MAXDB;
    exports2.DBSYSTEMVALUES_MEMCACHED = DBSYSTEMVALUES_MEMCACHED;
    exports2.DBSYSTEMVALUES_MONGODB = DBSYSTEMVALUES_MONGODB;
    exports2.DBSYSTEMVALUES_MSSQL = DBSYSTEMVALUES_MSSQL;
    exports2.DBSYSTEMVALUES_MYSQL = DBSYSTEMVALUES_MYSQL;
    exports2.DBSYSTEMVALUES_NEO4J = DBSYSTEMVALUES_NEO4J;
    exports2.DBSYSTEMVALUES_NETEZZA = DBSYSTEMVALUES_NETEZZA;
    exports2.DBSYSTEMVALUES_ORACLE = DBSYSTEMVALUES_ORACLE;
    exports2.DBSYSTEMVALUES_OTHER_SQL = DBSYSTEMVALUES_OTHER_SQL;
    exports2.DBSYSTEMVALUES_PERVASIVE = DBSYSTEMVALUES_PERVASIVE;
    exports2.DBSYSTEMVALUES_POINTBASE = DBSYSTEMVALUES_POINTBASE;
    exports2.DBSYSTEMVALUES_POSTGRESQL = DBSYSTEMVALUES_POSTGRESQL;
    exports2.DBSYSTEMVALUES_PROGRESS = DBSYSTEMVALUES_PROGRESS;
    exports2.DBSYSTEMVALUES_REDIS = DBSYSTEMVALUES_REDIS;
    exports2.DBSYSTEMVALUES_REDSHIFT = DBSYSTEMVALUES_REDSHIFT;
    exports2.DBSYSTEMVALUES_SQLITE = DBSYSTEMVALUES_SQLITE;
    exports2.DBSYSTEMVALUES_SYBASE = DBSYSTEMVALUES_SYBASE;
    exports2.DBSYSTEMVALUES_TERADATA = DBSYSTEMVALUES_TERADATA;
    exports2.DBSYSTEMVALUES_VERTICA = DBSYSTEMVALUES_VERTICA;
    exports2.DbCassandraConsistencyLevelValues = DbCassandraConsistencyLevelValues;
    exports2.DbSystemValues = DbSystemValues;
    exports2.FAASDOCUMENTOPERATIONVALUES_DELETE = FAASDOCUMENTOPERATIONVALUES_DELETE;
    exports2.FAASDOCUMENTOPERATIONVALUES_EDIT = FAASDOCUMENTOPERATIONVALUES_EDIT;
    exports2.FAASDOCUMENTOPERATIONVALUES_INSERT = FAASDOCUMENTOPERATIONVALUES_INSERT;
    exports2.FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD = FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD;
    exports2.FAASINVOKEDPROVIDERVALUES_AWS = FAASINVOKEDPROVIDERVALUES_AWS;
    exports2.FAASINVOKEDPROVIDERVALUES_AZURE = FAASINVOKEDPROVIDERVALUES_AZURE;
    exports2.FAASINVOKEDPROVIDERVALUES_GCP = FAASINVOKEDPROVIDERVALUES_GCP;
    exports2.FAASTRIGGERVALUES_DATASOURCE = FAASTRIGGERVALUES_DATASOURCE;
    exports2.FAASTRIGGERVALUES_HTTP = FAASTRIGGERVALUES_HTTP;
    exports2.FAASTRIGGERVALUES_OTHER = FAASTRIGGERVALUES_OTHER;
    exports2.FAASTRIGGERVALUES_PUBSUB = FAASTRIGGERVALUES_PUBSUB;
    exports2.FAASTRIGGERVALUES_TIMER = FAASTRIGGERVALUES_TIMER;
    exports2.FaasDocumentOperationValues = FaasDocumentOperationValues;
    exports2.FaasInvokedProviderValues = FaasInvokedProviderValues;
    exports2.FaasTriggerValues = FaasTriggerValues;
    exports2.HTTPFLAVORVALUES_HTTP_1_0 = HTTPFLAVORVALUES_HTTP_1_0;
    exports2.HTTPFLAVORVALUES_HTTP_1_1 = HTTPFLAVORVALUES_HTTP_1_1;
    exports2.HTTPFLAVORVALUES_HTTP_2_0 = HTTPFLAVORVALUES_HTTP_2_0;
    exports2.HTTPFLAVORVALUES_QUIC = HTTPFLAVORVALUES_QUIC;
    exports2.HTTPFLAVORVALUES_SPDY = HTTPFLAVORVALUES_SPDY;
    exports2.HttpFlavorValues = HttpFlavorValues;
    exports2.MESSAGETYPEVALUES_RECEIVED = MESSAGETYPEVALUES_RECEIVED;
    exports2.MESSAGETYPEVALUES_SENT = MESSAGETYPEVALUES_SENT;
    exports2.MESSAGINGDESTINATIONKINDVALUES_QUEUE = MESSAGINGDESTINATIONKINDVALUES_QUEUE;
    exports2.MESSAGINGDESTINATIONKINDVALUES_TOPIC = MESSAGINGDESTINATIONKINDVALUES_TOPIC;
    exports2.MESSAGINGOPERATIONVALUES_PROCESS = MESSAGINGOPERATIONVALUES_PROCESS;
    exports2.MESSAGINGOPERATIONVALUES_RECEIVE = MESSAGINGOPERATIONVALUES_RECEIVE;
    exports2.MessageTypeValues = MessageTypeValues;
    exports2.MessagingDestinationKindValues = MessagingDestinationKindValues;
    exports2.MessagingOperationValues = MessagingOperationValues;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_CDMA = NETHOSTCONNECTIONSUBTYPEVALUES_CDMA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT = NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EDGE = NETHOSTCONNECTIONSUBTYPEVALUES_EDGE;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD = NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0 = NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A = NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B = NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_GPRS = NETHOSTCONNECTIONSUBTYPEVALUES_GPRS;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_GSM = NETHOSTCONNECTIONSUBTYPEVALUES_GSM;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA = NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSPA = NETHOSTCONNECTIONSUBTYPEVALUES_HSPA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP = NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA = NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_IDEN = NETHOSTCONNECTIONSUBTYPEVALUES_IDEN;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN = NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_LTE = NETHOSTCONNECTIONSUBTYPEVALUES_LTE;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA = NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_NR = NETHOSTCONNECTIONSUBTYPEVALUES_NR;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA = NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA = NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_UMTS = NETHOSTCONNECTIONSUBTYPEVALUES_UMTS;
    exports2.NETHOSTCONNECTIONTYPEVALUES_CELL = NETHOSTCONNECTIONTYPEVALUES_CELL;
    exports2.NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE = NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE;
    exports2.NETHOSTCONNECTIONTYPEVALUES_UNKNOWN = NETHOSTCONNECTIONTYPEVALUES_UNKNOWN;
    exports2.NETHOSTCONNECTIONTYPEVALUES_WIFI = NETHOSTCONNECTIONTYPEVALUES_WIFI;
    exports2.NETHOSTCONNECTIONTYPEVALUES_WIRED = NETHOSTCONNECTIONTYPEVALUES_WIRED;
    exports2.NETTRANSPORTVALUES_INPROC = NETTRANSPORTVALUES_INPROC;
    exports2.NETTRANSPORTVALUES_IP = NETTRANSPORTVALUES_IP;
    exports2.NETTRANSPORTVALUES_IP_TCP = NETTRANSPORTVALUES_IP_TCP;
    exports2.NETTRANSPORTVALUES_IP_UDP = NETTRANSPORTVALUES_IP_UDP;
    exports2.NETTRANSPORTVALUES_OTHER = NETTRANSPORTVALUES_OTHER;
    exports2.NETTRANSPORTVALUES_PIPE = NETTRANSPORTVALUES_PIPE;
    exports2.NETTRANSPORTVALUES_UNIX = NETTRANSPORTVALUES_UNIX;
    exports2.NetHostConnectionSubtypeValues = NetHostConnectionSubtypeValues;
    exports2.NetHostConnectionTypeValues = NetHostConnectionTypeValues;
    exports2.NetTransportValues = NetTransportValues;
    exports2.RPCGRPCSTATUSCODEVALUES_ABORTED = RPCGRPCSTATUSCODEVALUES_ABORTED;
    exports2.RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS = RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS;
    exports2.RPCGRPCSTATUSCODEVALUES_CANCELLED = RPCGRPCSTATUSCODEVALUES_CANCELLED;
    exports2.RPCGRPCSTATUSCODEVALUES_DATA_LOSS = RPCGRPCSTATUSCODEVALUES_DATA_LOSS;
    exports2.RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED = RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED;
    exports2.RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION = RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION;
    exports2.RPCGRPCSTATUSCODEVALUES_INTERNAL = RPCGRPCSTATUSCODEVALUES_INTERNAL;
    exports2.RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT = RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT;
    exports2.RPCGRPCSTATUSCODEVALUES_NOT_FOUND = RPCGRPCSTATUSCODEVALUES_NOT_FOUND;
    exports2.RPCGRPCSTATUSCODEVALUES_OK = RPCGRPCSTATUSCODEVALUES_OK;
    exports2.RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE = RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE;
    exports2.RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED = RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED;
    exports2.RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED = RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED;
    exports2.RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED = RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED;
    exports2.RPCGRPCSTATUSCODEVALUES_UNAVAILABLE = RPCGRPCSTATUSCODEVALUES_UNAVAILABLE;
    exports2.RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED = RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED;
    exports2.RPCGRPCSTATUSCODEVALUES_UNKNOWN = RPCGRPCSTATUSCODEVALUES_UNKNOWN;
    exports2.RpcGrpcStatusCodeValues = RpcGrpcStatusCodeValues;
    exports2.SEMATTRS_AWS_DYNAMODB_ATTRIBUTES_TO_GET = SEMATTRS_AWS_DYNAMODB_ATTRIBUTES_TO_GET;
    exports2.SEMATTRS_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS = SEMATTRS_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS;
    exports2.SEMATTRS_AWS_DYNAMODB_CONSISTENT_READ = SEMATTRS_AWS_DYNAMODB_CONSISTENT_READ;
    exports2.SEMATTRS_AWS_DYNAMODB_CONSUMED_CAPACITY = SEMATTRS_AWS_DYNAMODB_CONSUMED_CAPACITY;
    exports2.SEMATTRS_AWS_DYNAMODB_COUNT = SEMATTRS_AWS_DYNAMODB_COUNT;
    exports2.SEMATTRS_AWS_DYNAMODB_EXCLUSIVE_START_TABLE = SEMATTRS_AWS_DYNAMODB_EXCLUSIVE_START_TABLE;
    exports2.SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES = SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES;
    exports2.SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES = SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES;
    exports2.SEMATTRS_AWS_DYNAMODB_INDEX_NAME = SEMATTRS_AWS_DYNAMODB_INDEX_NAME;
    exports2.SEMATTRS_AWS_DYNAMODB_ITEM_COLLECTION_METRICS = SEMATTRS_AWS_DYNAMODB_ITEM_COLLECTION_METRICS;
    exports2.SEMATTRS_AWS_DYNAMODB_LIMIT = SEMATTRS_AWS_DYNAMODB_LIMIT;
    exports2.SEMATTRS_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES = SEMATTRS_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES;
    exports2.SEMATTRS_AWS_DYNAMODB_PROJECTION = SEMATTRS_AWS_DYNAMODB_PROJECTION;
    exports2.SEMATTRS_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY = SEMATTRS_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY;
    exports2.SEMATTRS_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY = SEMATTRS_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY;
    exports2.SEMATTRS_AWS_DYNAMODB_SCANNED_COUNT = SEMATTRS_AWS_DYNAMODB_SCANNED_COUNT;
    exports2.SEMATTRS_AWS_DYNAMODB_SCAN_FORWARD = SEMATTRS_AWS_DYNAMODB_SCAN_FORWARD;
    exports2.SEMATTRS_AWS_DYNAMODB_SEGMENT = SEMATTRS_AWS_DYNAMODB_SEGMENT;
    exports2.SEMATTRS_AWS_DYNAMODB_SELECT = SEMATTRS_AWS_DYNAMODB_SELECT;
    exports2.SEMATTRS_AWS_DYNAMODB_TABLE_COUNT = SEMATTRS_AWS_DYNAMODB_TABLE_COUNT;
    exports2.SEMATTRS_AWS_DYNAMODB_TABLE_NAMES = SEMATTRS_AWS_DYNAMODB_TABLE_NAMES;
    exports2.SEMATTRS_AWS_DYNAMODB_TOTAL_SEGMENTS = SEMATTRS_AWS_DYNAMODB_TOTAL_SEGMENTS;
    exports2.SEMATTRS_AWS_LAMBDA_INVOKED_ARN = SEMATTRS_AWS_LAMBDA_INVOKED_ARN;
    exports2.SEMATTRS_CODE_FILEPATH = SEMATTRS_CODE_FILEPATH;
    exports2.SEMATTRS_CODE_FUNCTION = SEMATTRS_CODE_FUNCTION;
    exports2.SEMATTRS_CODE_LINENO = SEMATTRS_CODE_LINENO;
    exports2.SEMATTRS_CODE_NAMESPACE = SEMATTRS_CODE_NAMESPACE;
    exports2.SEMATTRS_DB_CASSANDRA_CONSISTENCY_LEVEL = SEMATTRS_DB_CASSANDRA_CONSISTENCY_LEVEL;
    exports2.SEMATTRS_DB_CASSANDRA_COORDINATOR_DC = SEMATTRS_DB_CASSANDRA_COORDINATOR_DC;
    exports2.SEMATTRS_DB_CASSANDRA_COORDINATOR_ID = SEMATTRS_DB_CASSANDRA_COORDINATOR_ID;
    exports2.SEMATTRS_DB_CASSANDRA_IDEMPOTENCE = SEMATTRS_DB_CASSANDRA_IDEMPOTENCE;
    exports2.SEMATTRS_DB_CASSANDRA_KEYSPACE = SEMATTRS_DB_CASSANDRA_KEYSPACE;
    exports2.SEMATTRS_DB_CASSANDRA_PAGE_SIZE = SEMATTRS_DB_CASSANDRA_PAGE_SIZE;
    exports2.SEMATTRS_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT = SEMATTRS_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT;
    exports2.SEMATTRS_DB_CASSANDRA_TABLE = SEMATTRS_DB_CASSANDRA_TABLE;
    exports2.SEMATTRS_DB_CONNECTION_STRING = SEMATTRS_DB_CONNECTION_STRING;
    exports2.SEMATTRS_DB_HBASE_NAMESPACE = SEMATTRS_DB_HBASE_NAMESPACE;
    exports2.SEMATTRS_DB_JDBC_DRIVER_CLASSNAME = SEMATTRS_DB_JDBC_DRIVER_CLASSNAME;
    exports2.SEMATTRS_DB_MONGODB_COLLECTION = SEMATTRS_DB_MONGODB_COLLECTION;
    exports2.SEMATTRS_DB_MSSQL_INSTANCE_NAME = SEMATTRS_DB_MSSQL_INSTANCE_NAME;
    exports2.SEMATTRS_DB_NAME = SEMATTRS_DB_NAME;
    exports2.SEMATTRS_DB_OPERATION = SEMATTRS_DB_OPERATION;
    exports2.SEMATTRS_DB_REDIS_DATABASE_INDEX = SEMATTRS_DB_REDIS_DATABASE_INDEX;
    exports2.SEMATTRS_DB_SQL_TABLE = SEMATTRS_DB_SQL_TABLE;
    exports2.SEMATTRS_DB_STATEMENT = SEMATTRS_DB_STATEMENT;
    exports2.SEMATTRS_DB_SYSTEM = SEMATTRS_DB_SYSTEM;
    exports2.SEMATTRS_DB_USER = SEMATTRS_DB_USER;
    exports2.SEMATTRS_ENDUSER_ID = SEMATTRS_ENDUSER_ID;
    exports2.SEMATTRS_ENDUSER_ROLE = SEMATTRS_ENDUSER_ROLE;
    exports2.SEMATTRS_ENDUSER_SCOPE = SEMATTRS_ENDUSER_SCOPE;
    exports2.SEMATTRS_EXCEPTION_ESCAPED = SEMATTRS_EXCEPTION_ESCAPED;
    exports2.SEMATTRS_EXCEPTION_MESSAGE = SEMATTRS_EXCEPTION_MESSAGE;
    exports2.SEMATTRS_EXCEPTION_STACKTRACE = SEMATTRS_EXCEPTION_STACKTRACE;
    exports2.SEMATTRS_EXCEPTION_TYPE = SEMATTRS_EXCEPTION_TYPE;
    exports2.SEMATTRS_FAAS_COLDSTART = SEMATTRS_FAAS_COLDSTART;
    exports2.SEMATTRS_FAAS_CRON = SEMATTRS_FAAS_CRON;
    exports2.SEMATTRS_FAAS_DOCUMENT_COLLECTION = SEMATTRS_FAAS_DOCUMENT_COLLECTION;
    exports2.SEMATTRS_FAAS_DOCUMENT_NAME = SEMATTRS_FAAS_DOCUMENT_NAME;
    exports2.SEMATTRS_FAAS_DOCUMENT_OPERATION = SEMATTRS_FAAS_DOCUMENT_OPERATION;
    exports2.SEMATTRS_FAAS_DOCUMENT_TIME = SEMATTRS_FAAS_DOCUMENT_TIME;
    exports2.SEMATTRS_FAAS_EXECUTION = SEMATTRS_FAAS_EXECUTION;
    exports2.SEMATTRS_FAAS_INVOKED_NAME = SEMATTRS_FAAS_INVOKED_NAME;
    exports2.SEMATTRS_FAAS_INVOKED_PROVIDER = SEMATTRS_FAAS_INVOKED_PROVIDER;
    exports2.SEMATTRS_FAAS_INVOKED_REGION = SEMATTRS_FAAS_INVOKED_REGION;
    exports2.SEMATTRS_FAAS_TIME = SEMATTRS_FAAS_TIME;
    exports2.SEMATTRS_FAAS_TRIGGER = SEMATTRS_FAAS_TRIGGER;
    exports2.SEMATTRS_HTTP_CLIENT_IP = SEMATTRS_HTTP_CLIENT_IP;
    exports2.SEMATTRS_HTTP_FLAVOR = SEMATTRS_HTTP_FLAVOR;
    exports2.SEMATTRS_HTTP_HOST = SEMATTRS_HTTP_HOST;
    exports2.SEMATTRS_HTTP_METHOD = SEMATTRS_HTTP_METHOD;
    exports2.SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH = SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH;
    exports2.SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED = SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED;
    exports2.SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH = SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH;
    exports2.SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED = SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED;
    exports2.SEMATTRS_HTTP_ROUTE = SEMATTRS_HTTP_ROUTE;
    exports2.SEMATTRS_HTTP_SCHEME = SEMATTRS_HTTP_SCHEME;
    exports2.SEMATTRS_HTTP_SERVER_NAME = SEMATTRS_HTTP_SERVER_NAME;
    exports2.SEMATTRS_HTTP_STATUS_CODE = SEMATTRS_HTTP_STATUS_CODE;
    exports2.SEMATTRS_HTTP_TARGET = SEMATTRS_HTTP_TARGET;
    exports2.SEMATTRS_HTTP_URL = SEMATTRS_HTTP_URL;
    exports2.SEMATTRS_HTTP_USER_AGENT = SEMATTRS_HTTP_USER_AGENT;
    exports2.SEMATTRS_MESSAGE_COMPRESSED_SIZE = SEMATTRS_MESSAGE_COMPRESSED_SIZE;
    exports2.SEMATTRS_MESSAGE_ID = SEMATTRS_MESSAGE_ID;
    exports2.SEMATTRS_MESSAGE_TYPE = SEMATTRS_MESSAGE_TYPE;
    exports2.SEMATTRS_MESSAGE_UNCOMPRESSED_SIZE = SEMATTRS_MESSAGE_UNCOMPRESSED_SIZE;
    exports2.SEMATTRS_MESSAGING_CONSUMER_ID = SEMATTRS_MESSAGING_CONSUMER_ID;
    exports2.SEMATTRS_MESSAGING_CONVERSATION_ID = SEMATTRS_MESSAGING_CONVERSATION_ID;
    exports2.SEMATTRS_MESSAGING_DESTINATION = SEMATTRS_MESSAGING_DESTINATION;
    exports2.SEMATTRS_MESSAGING_DESTINATION_KIND = SEMATTRS_MESSAGING_DESTINATION_KIND;
    exports2.SEMATTRS_MESSAGING_KAFKA_CLIENT_ID = SEMATTRS_MESSAGING_KAFKA_CLIENT_ID;
    exports2.SEMATTRS_MESSAGING_KAFKA_CONSUMER_GROUP = SEMATTRS_MESSAGING_KAFKA_CONSUMER_GROUP;
    exports2.SEMATTRS_MESSAGING_KAFKA_MESSAGE_KEY = SEMATTRS_MESSAGING_KAFKA_MESSAGE_KEY;
    exports2.SEMATTRS_MESSAGING_KAFKA_PARTITION = SEMATTRS_MESSAGING_KAFKA_PARTITION;
    exports2.SEMATTRS_MESSAGING_KAFKA_TOMBSTONE = SEMATTRS_MESSAGING_KAFKA_TOMBSTONE;
    exports2.SEMATTRS_MESSAGING_MESSAGE_ID = SEMATTRS_MESSAGING_MESSAGE_ID;
    exports2.SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES = SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES;
    exports2.SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES = SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES;
    exports2.SEMATTRS_MESSAGING_OPERATION = SEMATTRS_MESSAGING_OPERATION;
    exports2.SEMATTRS_MESSAGING_PROTOCOL = SEMATTRS_MESSAGING_PROTOCOL;
    exports2.SEMATTRS_MESSAGING_PROTOCOL_VERSION = SEMATTRS_MESSAGING_PROTOCOL_VERSION;
    exports2.SEMATTRS_MESSAGING_RABBITMQ_ROUTING_KEY = SEMATTRS_MESSAGING_RABBITMQ_ROUTING_KEY;
    exports2.SEMATTRS_MESSAGING_SYSTEM = SEMATTRS_MESSAGING_SYSTEM;
    exports2.SEMATTRS_MESSAGING_TEMP_DESTINATION = SEMATTRS_MESSAGING_TEMP_DESTINATION;
    exports2.SEMATTRS_MESSAGING_URL = SEMATTRS_MESSAGING_URL;
    exports2.SEMATTRS_NET_HOST_CARRIER_ICC = SEMATTRS_NET_HOST_CARRIER_ICC;
    exports2.SEMATTRS_NET_HOST_CARRIER_MCC = SEMATTRS_NET_HOST_CARRIER_MCC;
    exports2.SEMATTRS_NET_HOST_CARRIER_MNC = SEMATTRS_NET_HOST_CARRIER_MNC;
    exports2.SEMATTRS_NET_HOST_CARRIER_NAME = SEMATTRS_NET_HOST_CARRIER_NAME;
    exports2.SEMATTRS_NET_HOST_CONNECTION_SUBTYPE = SEMATTRS_NET_HOST_CONNECTION_SUBTYPE;
    exports2.SEMATTRS_NET_HOST_CONNECTION_TYPE = SEMATTRS_NET_HOST_CONNECTION_TYPE;
    exports2.SEMATTRS_NET_HOST_IP = SEMATTRS_NET_HOST_IP;
    exports2.SEMATTRS_NET_HOST_NAME = SEMATTRS_NET_HOST_NAME;
    exports2.SEMATTRS_NET_HOST_PORT = SEMATTRS_NET_HOST_PORT;
    exports2.SEMATTRS_NET_PEER_IP = SEMATTRS_NET_PEER_IP;
    exports2.SEMATTRS_NET_PEER_NAME = SEMATTRS_NET_PEER_NAME;
    exports2.SEMATTRS_NET_PEER_PORT = SEMATTRS_NET_PEER_PORT;
    exports2.SEMATTRS_NET_TRANSPORT = SEMATTRS_NET_TRANSPORT;
    exports2.SEMATTRS_PEER_SERVICE = SEMATTRS_PEER_SERVICE;
    exports2.SEMATTRS_RPC_GRPC_STATUS_CODE = SEMATTRS_RPC_GRPC_STATUS_CODE;
    exports2.SEMATTRS_RPC_JSONRPC_ERROR_CODE = SEMATTRS_RPC_JSONRPC_ERROR_CODE;
    exports2.SEMATTRS_RPC_JSONRPC_ERROR_MESSAGE = SEMATTRS_RPC_JSONRPC_ERROR_MESSAGE;
    exports2.SEMATTRS_RPC_JSONRPC_REQUEST_ID = SEMATTRS_RPC_JSONRPC_REQUEST_ID;
    exports2.SEMATTRS_RPC_JSONRPC_VERSION = SEMATTRS_RPC_JSONRPC_VERSION;
    exports2.SEMATTRS_RPC_METHOD = SEMATTRS_RPC_METHOD;
    exports2.SEMATTRS_RPC_SERVICE = SEMATTRS_RPC_SERVICE;
    exports2.SEMATTRS_RPC_SYSTEM = SEMATTRS_RPC_SYSTEM;
    exports2.SEMATTRS_THREAD_ID = SEMATTRS_THREAD_ID;
    exports2.SEMATTRS_THREAD_NAME = SEMATTRS_THREAD_NAME;
    exports2.SemanticAttributes = SemanticAttributes;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/resource/SemanticResourceAttributes.cjs
var require_SemanticResourceAttributes = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/resource/SemanticResourceAttributes.cjs"(exports2) {
    var require_utils7 = require_utils2();
    var TMP_CLOUD_PROVIDER = "cloud.provider";
    var TMP_CLOUD_ACCOUNT_ID = "cloud.account.id";
    var TMP_CLOUD_REGION = "cloud.region";
    var TMP_CLOUD_AVAILABILITY_ZONE = "cloud.availability_zone";
    var TMP_CLOUD_PLATFORM = "cloud.platform";
    var TMP_AWS_ECS_CONTAINER_ARN = "aws.ecs.container.arn";
    var TMP_AWS_ECS_CLUSTER_ARN = "aws.ecs.cluster.arn";
    var TMP_AWS_ECS_LAUNCHTYPE = "aws.ecs.launchtype";
    var TMP_AWS_ECS_TASK_ARN = "aws.ecs.task.arn";
    var TMP_AWS_ECS_TASK_FAMILY = "aws.ecs.task.family";
    var TMP_AWS_ECS_TASK_REVISION = "aws.ecs.task.revision";
    var TMP_AWS_EKS_CLUSTER_ARN = "aws.eks.cluster.arn";
    var TMP_AWS_LOG_GROUP_NAMES = "aws.log.group.names";
    var TMP_AWS_LOG_GROUP_ARNS = "aws.log.group.arns";
    var TMP_AWS_LOG_STREAM_NAMES = "aws.log.stream.names";
    var TMP_AWS_LOG_STREAM_ARNS = "aws.log.stream.arns";
    var TMP_CONTAINER_NAME = "container.name";
    var TMP_CONTAINER_ID = "container.id";
    var TMP_CONTAINER_RUNTIME = "container.runtime";
    var TMP_CONTAINER_IMAGE_NAME = "container.image.name";
    var TMP_CONTAINER_IMAGE_TAG = "container.image.tag";
    var TMP_DEPLOYMENT_ENVIRONMENT = "deployment.environment";
    var TMP_DEVICE_ID = "device.id";
    var TMP_DEVICE_MODEL_IDENTIFIER = "device.model.identifier";
    var TMP_DEVICE_MODEL_NAME = "device.model.name";
    var TMP_FAAS_NAME = "faas.name";
    var TMP_FAAS_ID = "faas.id";
    var TMP_FAAS_VERSION = "faas.version";
    var TMP_FAAS_INSTANCE = "faas.instance";
    var TMP_FAAS_MAX_MEMORY = "faas.max_memory";
    var TMP_HOST_ID = "host.id";
    var TMP_HOST_NAME = "host.name";
    var TMP_HOST_TYPE = "host.type";
    var TMP_HOST_ARCH = "host.arch";
    var TMP_HOST_IMAGE_NAME = "host.image.name";
    var TMP_HOST_IMAGE_ID = "host.image.id";
    var TMP_HOST_IMAGE_VERSION = "host.image.version";
    var TMP_K8S_CLUSTER_NAME = "k8s.cluster.name";
    var TMP_K8S_NODE_NAME = "k8s.node.name";
    var TMP_K8S_NODE_UID = "k8s.node.uid";
    var TMP_K8S_NAMESPACE_NAME = "k8s.namespace.name";
    var TMP_K8S_POD_UID = "k8s.pod.uid";
    var TMP_K8S_POD_NAME = "k8s.pod.name";
    var TMP_K8S_CONTAINER_NAME = "k8s.container.name";
    var TMP_K8S_REPLICASET_UID = "k8s.replicaset.uid";
    var TMP_K8S_REPLICASET_NAME = "k8s.replicaset.name";
    var TMP_K8S_DEPLOYMENT_UID = "k8s.deployment.uid";
    var TMP_K8S_DEPLOYMENT_NAME = "k8s.deployment.name";
    var TMP_K8S_STATEFULSET_UID = "k8s.statefulset.uid";
    var TMP_K8S_STATEFULSET_NAME = "k8s.statefulset.name";
    var TMP_K8S_DAEMONSET_UID = "k8s.daemonset.uid";
    var TMP_K8S_DAEMONSET_NAME = "k8s.daemonset.name";
    var TMP_K8S_JOB_UID = "k8s.job.uid";
    var TMP_K8S_JOB_NAME = "k8s.job.name";
    var TMP_K8S_CRONJOB_UID = "k8s.cronjob.uid";
    var TMP_K8S_CRONJOB_NAME = "k8s.cronjob.name";
    var TMP_OS_TYPE = "os.type";
    var TMP_OS_DESCRIPTION = "os.description";
    var TMP_OS_NAME = "os.name";
    var TMP_OS_VERSION = "os.version";
    var TMP_PROCESS_PID = "process.pid";
    var TMP_PROCESS_EXECUTABLE_NAME = "process.executable.name";
    var TMP_PROCESS_EXECUTABLE_PATH = "process.executable.path";
    var TMP_PROCESS_COMMAND = "process.command";
    var TMP_PROCESS_COMMAND_LINE = "process.command_line";
    var TMP_PROCESS_COMMAND_ARGS = "process.command_args";
    var TMP_PROCESS_OWNER = "process.owner";
    var TMP_PROCESS_RUNTIME_NAME = "process.runtime.name";
    var TMP_PROCESS_RUNTIME_VERSION = "process.runtime.version";
    var TMP_PROCESS_RUNTIME_DESCRIPTION = "process.runtime.description";
    var TMP_SERVICE_NAME = "service.name";
    var TMP_SERVICE_NAMESPACE = "service.namespace";
    var TMP_SERVICE_INSTANCE_ID = "service.instance.id";
    var TMP_SERVICE_VERSION = "service.version";
    var TMP_TELEMETRY_SDK_NAME = "telemetry.sdk.name";
    var TMP_TELEMETRY_SDK_LANGUAGE = "telemetry.sdk.language";
    var TMP_TELEMETRY_SDK_VERSION = "telemetry.sdk.version";
    var TMP_TELEMETRY_AUTO_VERSION = "telemetry.auto.version";
    var TMP_WEBENGINE_NAME = "webengine.name";
    var TMP_WEBENGINE_VERSION = "webengine.version";
    var TMP_WEBENGINE_DESCRIPTION = "webengine.description";
    var SEMRESATTRS_CLOUD_PROVIDER = TMP_CLOUD_PROVIDER;
    var SEMRESATTRS_CLOUD_ACCOUNT_ID = TMP_CLOUD_ACCOUNT_ID;
    var SEMRESATTRS_CLOUD_REGION = TMP_CLOUD_REGION;
    var SEMRESATTRS_CLOUD_AVAILABILITY_ZONE = TMP_CLOUD_AVAILABILITY_ZONE;
    var SEMRESATTRS_CLOUD_PLATFORM = TMP_CLOUD_PLATFORM;
    var SEMRESATTRS_AWS_ECS_CONTAINER_ARN = TMP_AWS_ECS_CONTAINER_ARN;
    var SEMRESATTRS_AWS_ECS_CLUSTER_ARN = TMP_AWS_ECS_CLUSTER_ARN;
    var SEMRESATTRS_AWS_ECS_LAUNCHTYPE = TMP_AWS_ECS_LAUNCHTYPE;
    var SEMRESATTRS_AWS_ECS_TASK_ARN = TMP_AWS_ECS_TASK_ARN;
    var SEMRESATTRS_AWS_ECS_TASK_FAMILY = TMP_AWS_ECS_TASK_FAMILY;
    var SEMRESATTRS_AWS_ECS_TASK_REVISION = TMP_AWS_ECS_TASK_REVISION;
    var SEMRESATTRS_AWS_EKS_CLUSTER_ARN = TMP_AWS_EKS_CLUSTER_ARN;
    var SEMRESATTRS_AWS_LOG_GROUP_NAMES = TMP_AWS_LOG_GROUP_NAMES;
    var SEMRESATTRS_AWS_LOG_GROUP_ARNS = TMP_AWS_LOG_GROUP_ARNS;
    var SEMRESATTRS_AWS_LOG_STREAM_NAMES = TMP_AWS_LOG_STREAM_NAMES;
    var SEMRESATTRS_AWS_LOG_STREAM_ARNS = TMP_AWS_LOG_STREAM_ARNS;
    var SEMRESATTRS_CONTAINER_NAME = TMP_CONTAINER_NAME;
    var SEMRESATTRS_CONTAINER_ID = TMP_CONTAINER_ID;
    var SEMRESATTRS_CONTAINER_RUNTIME = TMP_CONTAINER_RUNTIME;
    var SEMRESATTRS_CONTAINER_IMAGE_NAME = TMP_CONTAINER_IMAGE_NAME;
    var SEMRESATTRS_CONTAINER_IMAGE_TAG = TMP_CONTAINER_IMAGE_TAG;
    var SEMRESATTRS_DEPLOYMENT_ENVIRONMENT = TMP_DEPLOYMENT_ENVIRONMENT;
    var SEMRESATTRS_DEVICE_ID = TMP_DEVICE_ID;
    var SEMRESATTRS_DEVICE_MODEL_IDENTIFIER = TMP_DEVICE_MODEL_IDENTIFIER;
    var SEMRESATTRS_DEVICE_MODEL_NAME = TMP_DEVICE_MODEL_NAME;
    var SEMRESATTRS_FAAS_NAME = TMP_FAAS_NAME;
    var SEMRESATTRS_FAAS_ID = TMP_FAAS_ID;
    var SEMRESATTRS_FAAS_VERSION = TMP_FAAS_VERSION;
    var SEMRESATTRS_FAAS_INSTANCE = TMP_FAAS_INSTANCE;
    var SEMRESATTRS_FAAS_MAX_MEMORY = TMP_FAAS_MAX_MEMORY;
    var SEMRESATTRS_HOST_ID = TMP_HOST_ID;
    var SEMRESATTRS_HOST_NAME = TMP_HOST_NAME;
    var SEMRESATTRS_HOST_TYPE = TMP_HOST_TYPE;
    var SEMRESATTRS_HOST_ARCH = TMP_HOST_ARCH;
    var SEMRESATTRS_HOST_IMAGE_NAME = TMP_HOST_IMAGE_NAME;
    var SEMRESATTRS_HOST_IMAGE_ID = TMP_HOST_IMAGE_ID;
    var SEMRESATTRS_HOST_IMAGE_VERSION = TMP_HOST_IMAGE_VERSION;
    var SEMRESATTRS_K8S_CLUSTER_NAME = TMP_K8S_CLUSTER_NAME;
    var SEMRESATTRS_K8S_NODE_NAME = TMP_K8S_NODE_NAME;
    var SEMRESATTRS_K8S_NODE_UID = TMP_K8S_NODE_UID;
    var SEMRESATTRS_K8S_NAMESPACE_NAME = TMP_K8S_NAMESPACE_NAME;
    var SEMRESATTRS_K8S_POD_UID = TMP_K8S_POD_UID;
    var SEMRESATTRS_K8S_POD_NAME = TMP_K8S_POD_NAME;
    var SEMRESATTRS_K8S_CONTAINER_NAME = TMP_K8S_CONTAINER_NAME;
    var SEMRESATTRS_K8S_REPLICASET_UID = TMP_K8S_REPLICASET_UID;
    var SEMRESATTRS_K8S_REPLICASET_NAME = TMP_K8S_REPLICASET_NAME;
    var SEMRESATTRS_K8S_DEPLOYMENT_UID = TMP_K8S_DEPLOYMENT_UID;
    var SEMRESATTRS_K8S_DEPLOYMENT_NAME = TMP_K8S_DEPLOYMENT_NAME;
    var SEMRESATTRS_K8S_STATEFULSET_UID = TMP_K8S_STATEFULSET_UID;
    var SEMRESATTRS_K8S_STATEFULSET_NAME = TMP_K8S_STATEFULSET_NAME;
    var SEMRESATTRS_K8S_DAEMONSET_UID = TMP_K8S_DAEMONSET_UID;
    var SEMRESATTRS_K8S_DAEMONSET_NAME = TMP_K8S_DAEMONSET_NAME;
    var SEMRESATTRS_K8S_JOB_UID = TMP_K8S_JOB_UID;
    var SEMRESATTRS_K8S_JOB_NAME = TMP_K8S_JOB_NAME;
    var SEMRESATTRS_K8S_CRONJOB_UID = TMP_K8S_CRONJOB_UID;
    var SEMRESATTRS_K8S_CRONJOB_NAME = TMP_K8S_CRONJOB_NAME;
    var SEMRESATTRS_OS_TYPE = TMP_OS_TYPE;
    var SEMRESATTRS_OS_DESCRIPTION = TMP_OS_DESCRIPTION;
    var SEMRESATTRS_OS_NAME = TMP_OS_NAME;
    var SEMRESATTRS_OS_VERSION = TMP_OS_VERSION;
    var SEMRESATTRS_PROCESS_PID = TMP_PROCESS_PID;
    var SEMRESATTRS_PROCESS_EXECUTABLE_NAME = TMP_PROCESS_EXECUTABLE_NAME;
    var SEMRESATTRS_PROCESS_EXECUTABLE_PATH = TMP_PROCESS_EXECUTABLE_PATH;
    var SEMRESATTRS_PROCESS_COMMAND = TMP_PROCESS_COMMAND;
    var SEMRESATTRS_PROCESS_COMMAND_LINE = TMP_PROCESS_COMMAND_LINE;
    var SEMRESATTRS_PROCESS_COMMAND_ARGS = TMP_PROCESS_COMMAND_ARGS;
    var SEMRESATTRS_PROCESS_OWNER = TMP_PROCESS_OWNER;
    var SEMRESATTRS_PROCESS_RUNTIME_NAME = TMP_PROCESS_RUNTIME_NAME;
    var SEMRESATTRS_PROCESS_RUNTIME_VERSION = TMP_PROCESS_RUNTIME_VERSION;
    var SEMRESATTRS_PROCESS_RUNTIME_DESCRIPTION = TMP_PROCESS_RUNTIME_DESCRIPTION;
    var SEMRESATTRS_SERVICE_NAME = TMP_SERVICE_NAME;
    var SEMRESATTRS_SERVICE_NAMESPACE = TMP_SERVICE_NAMESPACE;
    var SEMRESATTRS_SERVICE_INSTANCE_ID = TMP_SERVICE_INSTANCE_ID;
    var SEMRESATTRS_SERVICE_VERSION = TMP_SERVICE_VERSION;
    var SEMRESATTRS_TELEMETRY_SDK_NAME = TMP_TELEMETRY_SDK_NAME;
    var SEMRESATTRS_TELEMETRY_SDK_LANGUAGE = TMP_TELEMETRY_SDK_LANGUAGE;
    var SEMRESATTRS_TELEMETRY_SDK_VERSION = TMP_TELEMETRY_SDK_VERSION;
    var SEMRESATTRS_TELEMETRY_AUTO_VERSION = TMP_TELEMETRY_AUTO_VERSION;
    var SEMRESATTRS_WEBENGINE_NAME = TMP_WEBENGINE_NAME;
    var SEMRESATTRS_WEBENGINE_VERSION = TMP_WEBENGINE_VERSION;
    var SEMRESATTRS_WEBENGINE_DESCRIPTION = TMP_WEBENGINE_DESCRIPTION;
    var SemanticResourceAttributes = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_CLOUD_PROVIDER,
      TMP_CLOUD_ACCOUNT_ID,
      TMP_CLOUD_REGION,
      TMP_CLOUD_AVAILABILITY_ZONE,
      TMP_CLOUD_PLATFORM,
      TMP_AWS_ECS_CONTAINER_ARN,
      TMP_AWS_ECS_CLUSTER_ARN,
      TMP_AWS_ECS_LAUNCHTYPE,
      TMP_AWS_ECS_TASK_ARN,
      TMP_AWS_ECS_TASK_FAMILY,
      TMP_AWS_ECS_TASK_REVISION,
      TMP_AWS_EKS_CLUSTER_ARN,
      TMP_AWS_LOG_GROUP_NAMES,
      TMP_AWS_LOG_GROUP_ARNS,
      TMP_AWS_LOG_STREAM_NAMES,
      TMP_AWS_LOG_STREAM_ARNS,
      TMP_CONTAINER_NAME,
      TMP_CONTAINER_ID,
      TMP_CONTAINER_RUNTIME,
      TMP_CONTAINER_IMAGE_NAME,
      TMP_CONTAINER_IMAGE_TAG,
      TMP_DEPLOYMENT_ENVIRONMENT,
      TMP_DEVICE_ID,
      TMP_DEVICE_MODEL_IDENTIFIER,
      TMP_DEVICE_MODEL_NAME,
      TMP_FAAS_NAME,
      TMP_FAAS_ID,
      TMP_FAAS_VERSION,
      TMP_FAAS_INSTANCE,
      TMP_FAAS_MAX_MEMORY,
      TMP_HOST_ID,
      TMP_HOST_NAME,
      TMP_HOST_TYPE,
      TMP_HOST_ARCH,
      TMP_HOST_IMAGE_NAME,
      TMP_HOST_IMAGE_ID,
      TMP_HOST_IMAGE_VERSION,
      TMP_K8S_CLUSTER_NAME,
      TMP_K8S_NODE_NAME,
      TMP_K8S_NODE_UID,
      TMP_K8S_NAMESPACE_NAME,
      TMP_K8S_POD_UID,
      TMP_K8S_POD_NAME,
      TMP_K8S_CONTAINER_NAME,
      TMP_K8S_REPLICASET_UID,
      TMP_K8S_REPLICASET_NAME,
      TMP_K8S_DEPLOYMENT_UID,
      TMP_K8S_DEPLOYMENT_NAME,
      TMP_K8S_STATEFULSET_UID,
      TMP_K8S_STATEFULSET_NAME,
      TMP_K8S_DAEMONSET_UID,
      TMP_K8S_DAEMONSET_NAME,
      TMP_K8S_JOB_UID,
      TMP_K8S_JOB_NAME,
      TMP_K8S_CRONJOB_UID,
      TMP_K8S_CRONJOB_NAME,
      TMP_OS_TYPE,
      TMP_OS_DESCRIPTION,
      TMP_OS_NAME,
      TMP_OS_VERSION,
      TMP_PROCESS_PID,
      TMP_PROCESS_EXECUTABLE_NAME,
      TMP_PROCESS_EXECUTABLE_PATH,
      TMP_PROCESS_COMMAND,
      TMP_PROCESS_COMMAND_LINE,
      TMP_PROCESS_COMMAND_ARGS,
      TMP_PROCESS_OWNER,
      TMP_PROCESS_RUNTIME_NAME,
      TMP_PROCESS_RUNTIME_VERSION,
      TMP_PROCESS_RUNTIME_DESCRIPTION,
      TMP_SERVICE_NAME,
      TMP_SERVICE_NAMESPACE,
      TMP_SERVICE_INSTANCE_ID,
      TMP_SERVICE_VERSION,
      TMP_TELEMETRY_SDK_NAME,
      TMP_TELEMETRY_SDK_LANGUAGE,
      TMP_TELEMETRY_SDK_VERSION,
      TMP_TELEMETRY_AUTO_VERSION,
      TMP_WEBENGINE_NAME,
      TMP_WEBENGINE_VERSION,
      TMP_WEBENGINE_DESCRIPTION
    ]);
    var TMP_CLOUDPROVIDERVALUES_ALIBABA_CLOUD = "alibaba_cloud";
    var TMP_CLOUDPROVIDERVALUES_AWS = "aws";
    var TMP_CLOUDPROVIDERVALUES_AZURE = "azure";
    var TMP_CLOUDPROVIDERVALUES_GCP = "gcp";
    var CLOUDPROVIDERVALUES_ALIBABA_CLOUD = TMP_CLOUDPROVIDERVALUES_ALIBABA_CLOUD;
    var CLOUDPROVIDERVALUES_AWS = TMP_CLOUDPROVIDERVALUES_AWS;
    var CLOUDPROVIDERVALUES_AZURE = TMP_CLOUDPROVIDERVALUES_AZURE;
    var CLOUDPROVIDERVALUES_GCP = TMP_CLOUDPROVIDERVALUES_GCP;
    var CloudProviderValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_CLOUDPROVIDERVALUES_ALIBABA_CLOUD,
      TMP_CLOUDPROVIDERVALUES_AWS,
      TMP_CLOUDPROVIDERVALUES_AZURE,
      TMP_CLOUDPROVIDERVALUES_GCP
    ]);
    var TMP_CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS = "alibaba_cloud_ecs";
    var TMP_CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC = "alibaba_cloud_fc";
    var TMP_CLOUDPLATFORMVALUES_AWS_EC2 = "aws_ec2";
    var TMP_CLOUDPLATFORMVALUES_AWS_ECS = "aws_ecs";
    var TMP_CLOUDPLATFORMVALUES_AWS_EKS = "aws_eks";
    var TMP_CLOUDPLATFORMVALUES_AWS_LAMBDA = "aws_lambda";
    var TMP_CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK = "aws_elastic_beanstalk";
    var TMP_CLOUDPLATFORMVALUES_AZURE_VM = "azure_vm";
    var TMP_CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES = "azure_container_instances";
    var TMP_CLOUDPLATFORMVALUES_AZURE_AKS = "azure_aks";
    var TMP_CLOUDPLATFORMVALUES_AZURE_FUNCTIONS = "azure_functions";
    var TMP_CLOUDPLATFORMVALUES_AZURE_APP_SERVICE = "azure_app_service";
    var TMP_CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE = "gcp_compute_engine";
    var TMP_CLOUDPLATFORMVALUES_GCP_CLOUD_RUN = "gcp_cloud_run";
    var TMP_CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE = "gcp_kubernetes_engine";
    var TMP_CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS = "gcp_cloud_functions";
    var TMP_CLOUDPLATFORMVALUES_GCP_APP_ENGINE = "gcp_app_engine";
    var CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS = TMP_CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS;
    var CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC = TMP_CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC;
    var CLOUDPLATFORMVALUES_AWS_EC2 = TMP_CLOUDPLATFORMVALUES_AWS_EC2;
    var CLOUDPLATFORMVALUES_AWS_ECS = TMP_CLOUDPLATFORMVALUES_AWS_ECS;
    var CLOUDPLATFORMVALUES_AWS_EKS = TMP_CLOUDPLATFORMVALUES_AWS_EKS;
    var CLOUDPLATFORMVALUES_AWS_LAMBDA = TMP_CLOUDPLATFORMVALUES_AWS_LAMBDA;
    var CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK = TMP_CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK;
    var CLOUDPLATFORMVALUES_AZURE_VM = TMP_CLOUDPLATFORMVALUES_AZURE_VM;
    var CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES = TMP_CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES;
    var CLOUDPLATFORMVALUES_AZURE_AKS = TMP_CLOUDPLATFORMVALUES_AZURE_AKS;
    var CLOUDPLATFORMVALUES_AZURE_FUNCTIONS = TMP_CLOUDPLATFORMVALUES_AZURE_FUNCTIONS;
    var CLOUDPLATFORMVALUES_AZURE_APP_SERVICE = TMP_CLOUDPLATFORMVALUES_AZURE_APP_SERVICE;
    var CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE = TMP_CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE;
    var CLOUDPLATFORMVALUES_GCP_CLOUD_RUN = TMP_CLOUDPLATFORMVALUES_GCP_CLOUD_RUN;
    var CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE = TMP_CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE;
    var CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS = TMP_CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS;
    var CLOUDPLATFORMVALUES_GCP_APP_ENGINE = TMP_CLOUDPLATFORMVALUES_GCP_APP_ENGINE;
    var CloudPlatformValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS,
      TMP_CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC,
      TMP_CLOUDPLATFORMVALUES_AWS_EC2,
      TMP_CLOUDPLATFORMVALUES_AWS_ECS,
      TMP_CLOUDPLATFORMVALUES_AWS_EKS,
      TMP_CLOUDPLATFORMVALUES_AWS_LAMBDA,
      TMP_CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK,
      TMP_CLOUDPLATFORMVALUES_AZURE_VM,
      TMP_CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES,
      TMP_CLOUDPLATFORMVALUES_AZURE_AKS,
      TMP_CLOUDPLATFORMVALUES_AZURE_FUNCTIONS,
      TMP_CLOUDPLATFORMVALUES_AZURE_APP_SERVICE,
      TMP_CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE,
      TMP_CLOUDPLATFORMVALUES_GCP_CLOUD_RUN,
      TMP_CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE,
      TMP_CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS,
      TMP_CLOUDPLATFORMVALUES_GCP_APP_ENGINE
    ]);
    var TMP_AWSECSLAUNCHTYPEVALUES_EC2 = "ec2";
    var TMP_AWSECSLAUNCHTYPEVALUES_FARGATE = "fargate";
    var AWSECSLAUNCHTYPEVALUES_EC2 = TMP_AWSECSLAUNCHTYPEVALUES_EC2;
    var AWSECSLAUNCHTYPEVALUES_FARGATE = TMP_AWSECSLAUNCHTYPEVALUES_FARGATE;
    var AwsEcsLaunchtypeValues = /* @__PURE__ */ require_utils7.createConstMap([TMP_AWSECSLAUNCHTYPEVALUES_EC2, TMP_AWSECSLAUNCHTYPEVALUES_FARGATE]);
    var TMP_HOSTARCHVALUES_AMD64 = "amd64";
    var TMP_HOSTARCHVALUES_ARM32 = "arm32";
    var TMP_HOSTARCHVALUES_ARM64 = "arm64";
    var TMP_HOSTARCHVALUES_IA64 = "ia64";
    var TMP_HOSTARCHVALUES_PPC32 = "ppc32";
    var TMP_HOSTARCHVALUES_PPC64 = "ppc64";
    var TMP_HOSTARCHVALUES_X86 = "x86";
    var HOSTARCHVALUES_AMD64 = TMP_HOSTARCHVALUES_AMD64;
    var HOSTARCHVALUES_ARM32 = TMP_HOSTARCHVALUES_ARM32;
    var HOSTARCHVALUES_ARM64 = TMP_HOSTARCHVALUES_ARM64;
    var HOSTARCHVALUES_IA64 = TMP_HOSTARCHVALUES_IA64;
    var HOSTARCHVALUES_PPC32 = TMP_HOSTARCHVALUES_PPC32;
    var HOSTARCHVALUES_PPC64 = TMP_HOSTARCHVALUES_PPC64;
    var HOSTARCHVALUES_X86 = TMP_HOSTARCHVALUES_X86;
    var HostArchValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_HOSTARCHVALUES_AMD64,
      TMP_HOSTARCHVALUES_ARM32,
      TMP_HOSTARCHVALUES_ARM64,
      TMP_HOSTARCHVALUES_IA64,
      TMP_HOSTARCHVALUES_PPC32,
      TMP_HOSTARCHVALUES_PPC64,
      TMP_HOSTARCHVALUES_X86
    ]);
    var TMP_OSTYPEVALUES_WINDOWS = "windows";
    var TMP_OSTYPEVALUES_LINUX = "linux";
    var TMP_OSTYPEVALUES_DARWIN = "darwin";
    var TMP_OSTYPEVALUES_FREEBSD = "freebsd";
    var TMP_OSTYPEVALUES_NETBSD = "netbsd";
    var TMP_OSTYPEVALUES_OPENBSD = "openbsd";
    var TMP_OSTYPEVALUES_DRAGONFLYBSD = "dragonflybsd";
    var TMP_OSTYPEVALUES_HPUX = "hpux";
    var TMP_OSTYPEVALUES_AIX = "aix";
    var TMP_OSTYPEVALUES_SOLARIS = "solaris";
    var TMP_OSTYPEVALUES_Z_OS = "z_os";
    var OSTYPEVALUES_WINDOWS = TMP_OSTYPEVALUES_WINDOWS;
    var OSTYPEVALUES_LINUX = TMP_OSTYPEVALUES_LINUX;
    var OSTYPEVALUES_DARWIN = TMP_OSTYPEVALUES_DARWIN;
    var OSTYPEVALUES_FREEBSD = TMP_OSTYPEVALUES_FREEBSD;
    var OSTYPEVALUES_NETBSD = TMP_OSTYPEVALUES_NETBSD;
    var OSTYPEVALUES_OPENBSD = TMP_OSTYPEVALUES_OPENBSD;
    var OSTYPEVALUES_DRAGONFLYBSD = TMP_OSTYPEVALUES_DRAGONFLYBSD;
    var OSTYPEVALUES_HPUX = TMP_OSTYPEVALUES_HPUX;
    var OSTYPEVALUES_AIX = TMP_OSTYPEVALUES_AIX;
    var OSTYPEVALUES_SOLARIS = TMP_OSTYPEVALUES_SOLARIS;
    var OSTYPEVALUES_Z_OS = TMP_OSTYPEVALUES_Z_OS;
    var OsTypeValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_OSTYPEVALUES_WINDOWS,
      TMP_OSTYPEVALUES_LINUX,
      TMP_OSTYPEVALUES_DARWIN,
      TMP_OSTYPEVALUES_FREEBSD,
      TMP_OSTYPEVALUES_NETBSD,
      TMP_OSTYPEVALUES_OPENBSD,
      TMP_OSTYPEVALUES_DRAGONFLYBSD,
      TMP_OSTYPEVALUES_HPUX,
      TMP_OSTYPEVALUES_AIX,
      TMP_OSTYPEVALUES_SOLARIS,
      TMP_OSTYPEVALUES_Z_OS
    ]);
    var TMP_TELEMETRYSDKLANGUAGEVALUES_CPP = "cpp";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_DOTNET = "dotnet";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_ERLANG = "erlang";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_GO = "go";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_JAVA = "java";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_NODEJS = "nodejs";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_PHP = "php";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_PYTHON = "python";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_RUBY = "ruby";
    var TMP_TELEMETRYSDKLANGUAGEVALUES_WEBJS = "webjs";
    var TELEMETRYSDKLANGUAGEVALUES_CPP = TMP_TELEMETRYSDKLANGUAGEVALUES_CPP;
    var TELEMETRYSDKLANGUAGEVALUES_DOTNET = TMP_TELEMETRYSDKLANGUAGEVALUES_DOTNET;
    var TELEMETRYSDKLANGUAGEVALUES_ERLANG = TMP_TELEMETRYSDKLANGUAGEVALUES_ERLANG;
    var TELEMETRYSDKLANGUAGEVALUES_GO = TMP_TELEMETRYSDKLANGUAGEVALUES_GO;
    var TELEMETRYSDKLANGUAGEVALUES_JAVA = TMP_TELEMETRYSDKLANGUAGEVALUES_JAVA;
    var TELEMETRYSDKLANGUAGEVALUES_NODEJS = TMP_TELEMETRYSDKLANGUAGEVALUES_NODEJS;
    var TELEMETRYSDKLANGUAGEVALUES_PHP = TMP_TELEMETRYSDKLANGUAGEVALUES_PHP;
    var TELEMETRYSDKLANGUAGEVALUES_PYTHON = TMP_TELEMETRYSDKLANGUAGEVALUES_PYTHON;
    var TELEMETRYSDKLANGUAGEVALUES_RUBY = TMP_TELEMETRYSDKLANGUAGEVALUES_RUBY;
    var TELEMETRYSDKLANGUAGEVALUES_WEBJS = TMP_TELEMETRYSDKLANGUAGEVALUES_WEBJS;
    var TelemetrySdkLanguageValues = /* @__PURE__ */ require_utils7.createConstMap([
      TMP_TELEMETRYSDKLANGUAGEVALUES_CPP,
      TMP_TELEMETRYSDKLANGUAGEVALUES_DOTNET,
      TMP_TELEMETRYSDKLANGUAGEVALUES_ERLANG,
      TMP_TELEMETRYSDKLANGUAGEVALUES_GO,
      TMP_TELEMETRYSDKLANGUAGEVALUES_JAVA,
      TMP_TELEMETRYSDKLANGUAGEVALUES_NODEJS,
      TMP_TELEMETRYSDKLANGUAGEVALUES_PHP,
      TMP_TELEMETRYSDKLANGUAGEVALUES_PYTHON,
      TMP_TELEMETRYSDKLANGUAGEVALUES_RUBY,
      TMP_TELEMETRYSDKLANGUAGEVALUES_WEBJS
    ]);
    exports2.AWSECSLAUNCHTYPEVALUES_EC2 = AWSECSLAUNCHTYPEVALUES_EC2;
    exports2.AWSECSLAUNCHTYPEVALUES_FARGATE = AWSECSLAUNCHTYPEVALUES_FARGATE;
    exports2.AwsEcsLaunchtypeValues = AwsEcsLaunchtypeValues;
    exports2.CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS = CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS;
    exports2.CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC = CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC;
    exports2.CLOUDPLATFORMVALUES_AWS_EC2 = CLOUDPLATFORMVALUES_AWS_EC2;
    exports2.CLOUDPLATFORMVALUES_AWS_ECS = CLOUDPLATFORMVALUES_AWS_ECS;
    exports2.CLOUDPLATFORMVALUES_AWS_EKS = CLOUDPLATFORMVALUES_AWS_EKS;
    exports2.CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK = CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK;
    exports2.CLOUDPLATFORMVALUES_AWS_LAMBDA = CLOUDPLATFORMVALUES_AWS_LAMBDA;
    exports2.CLOUDPLATFORMVALUES_AZURE_AKS = CLOUDPLATFORMVALUES_AZURE_AKS;
    exports2.CLOUDPLATFORMVALUES_AZURE_APP_SERVICE = CLOUDPLATFORMVALUES_AZURE_APP_SERVICE;
    exports2.CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES = CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES;
    exports2.CLOUDPLATFORMVALUES_AZURE_FUNCTIONS = CLOUDPLATFORMVALUES_AZURE_FUNCTIONS;
    exports2.CLOUDPLATFORMVALUES_AZURE_VM = CLOUDPLATFORMVALUES_AZURE_VM;
    exports2.CLOUDPLATFORMVALUES_GCP_APP_ENGINE = CLOUDPLATFORMVALUES_GCP_APP_ENGINE;
    exports2.CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS = CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS;
    exports2.CLOUDPLATFORMVALUES_GCP_CLOUD_RUN = CLOUDPLATFORMVALUES_GCP_CLOUD_RUN;
    exports2.CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE = CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE;
    exports2.CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE = CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE;
    exports2.CLOUDPROVIDERVALUES_ALIBABA_CLOUD = CLOUDPROVIDERVALUES_ALIBABA_CLOUD;
    exports2.CLOUDPROVIDERVALUES_AWS = CLOUDPROVIDERVALUES_AWS;
    exports2.CLOUDPROVIDERVALUES_AZURE = CLOUDPROVIDERVALUES_AZURE;
    exports2.CLOUDPROVIDERVALUES_GCP = CLOUDPROVIDERVALUES_GCP;
    exports2.CloudPlatformValues = CloudPlatformValues;
    exports2.CloudProviderValues = CloudProviderValues;
    exports2.HOSTARCHVALUES_AMD64 = HOSTARCHVALUES_AMD64;
    exports2.HOSTARCHVALUES_ARM32 = HOSTARCHVALUES_ARM32;
    exports2.HOSTARCHVALUES_ARM64 = HOSTARCHVALUES_ARM64;
    exports2.HOSTARCHVALUES_IA64 = HOSTARCHVALUES_IA64;
    exports2.HOSTARCHVALUES_PPC32 = HOSTARCHVALUES_PPC32;
    exports2.HOSTARCHVALUES_PPC64 = HOSTARCHVALUES_PPC64;
    exports2.HOSTARCHVALUES_X86 = HOSTARCHVALUES_X86;
    exports2.HostArchValues = HostArchValues;
    exports2.OSTYPEVALUES_AIX = OSTYPEVALUES_AIX;
    exports2.OSTYPEVALUES_DARWIN = OSTYPEVALUES_DARWIN;
    exports2.OSTYPEVALUES_DRAGONFLYBSD = OSTYPEVALUES_DRAGONFLYBSD;
    exports2.OSTYPEVALUES_FREEBSD = OSTYPEVALUES_FREEBSD;
    exports2.OSTYPEVALUES_HPUX = OSTYPEVALUES_HPUX;
    exports2.OSTYPEVALUES_LINUX = OSTYPEVALUES_LINUX;
    exports2.OSTYPEVALUES_NETBSD = OSTYPEVALUES_NETBSD;
    exports2.OSTYPEVALUES_OPENBSD = OSTYPEVALUES_OPENBSD;
    exports2.OSTYPEVALUES_SOLARIS = OSTYPEVALUES_SOLARIS;
    exports2.OSTYPEVALUES_WINDOWS = OSTYPEVALUES_WINDOWS;
    exports2.OSTYPEVALUES_Z_OS = OSTYPEVALUES_Z_OS;
    exports2.OsTypeValues = OsTypeValues;
    exports2.SEMRESATTRS_AWS_ECS_CLUSTER_ARN = SEMRESATTRS_AWS_ECS_CLUSTER_ARN;
    exports2.SEMRESATTRS_AWS_ECS_CONTAINER_ARN = SEMRESATTRS_AWS_ECS_CONTAINER_ARN;
    exports2.SEMRESATTRS_AWS_ECS_LAUNCHTYPE = SEMRESATTRS_AWS_ECS_LAUNCHTYPE;
    exports2.SEMRESATTRS_AWS_ECS_TASK_ARN = SEMRESATTRS_AWS_ECS_TASK_ARN;
    exports2.SEMRESATTRS_AWS_ECS_TASK_FAMILY = SEMRESATTRS_AWS_ECS_TASK_FAMILY;
    exports2.SEMRESATTRS_AWS_ECS_TASK_REVISION = SEMRESATTRS_AWS_ECS_TASK_REVISION;
    exports2.SEMRESATTRS_AWS_EKS_CLUSTER_ARN = SEMRESATTRS_AWS_EKS_CLUSTER_ARN;
    exports2.SEMRESATTRS_AWS_LOG_GROUP_ARNS = SEMRESATTRS_AWS_LOG_GROUP_ARNS;
    exports2.SEMRESATTRS_AWS_LOG_GROUP_NAMES = SEMRESATTRS_AWS_LOG_GROUP_NAMES;
    exports2.SEMRESATTRS_AWS_LOG_STREAM_ARNS = SEMRESATTRS_AWS_LOG_STREAM_ARNS;
    exports2.SEMRESATTRS_AWS_LOG_STREAM_NAMES = SEMRESATTRS_AWS_LOG_STREAM_NAMES;
    exports2.SEMRESATTRS_CLOUD_ACCOUNT_ID = SEMRESATTRS_CLOUD_ACCOUNT_ID;
    exports2.SEMRESATTRS_CLOUD_AVAILABILITY_ZONE = SEMRESATTRS_CLOUD_AVAILABILITY_ZONE;
    exports2.SEMRESATTRS_CLOUD_PLATFORM = SEMRESATTRS_CLOUD_PLATFORM;
    exports2.SEMRESATTRS_CLOUD_PROVIDER = SEMRESATTRS_CLOUD_PROVIDER;
    exports2.SEMRESATTRS_CLOUD_REGION = SEMRESATTRS_CLOUD_REGION;
    exports2.SEMRESATTRS_CONTAINER_ID = SEMRESATTRS_CONTAINER_ID;
    exports2.SEMRESATTRS_CONTAINER_IMAGE_NAME = SEMRESATTRS_CONTAINER_IMAGE_NAME;
    exports2.SEMRESATTRS_CONTAINER_IMAGE_TAG = SEMRESATTRS_CONTAINER_IMAGE_TAG;
    exports2.SEMRESATTRS_CONTAINER_NAME = SEMRESATTRS_CONTAINER_NAME;
    exports2.SEMRESATTRS_CONTAINER_RUNTIME = SEMRESATTRS_CONTAINER_RUNTIME;
    exports2.SEMRESATTRS_DEPLOYMENT_ENVIRONMENT = SEMRESATTRS_DEPLOYMENT_ENVIRONMENT;
    exports2.SEMRESATTRS_DEVICE_ID = SEMRESATTRS_DEVICE_ID;
    exports2.SEMRESATTRS_DEVICE_MODEL_IDENTIFIER = SEMRESATTRS_DEVICE_MODEL_IDENTIFIER;
    exports2.SEMRESATTRS_DEVICE_MODEL_NAME = SEMRESATTRS_DEVICE_MODEL_NAME;
    exports2.SEMRESATTRS_FAAS_ID = SEMRESATTRS_FAAS_ID;
    exports2.SEMRESATTRS_FAAS_INSTANCE = SEMRESATTRS_FAAS_INSTANCE;
    exports2.SEMRESATTRS_FAAS_MAX_MEMORY = SEMRESATTRS_FAAS_MAX_MEMORY;
    exports2.SEMRESATTRS_FAAS_NAME = SEMRESATTRS_FAAS_NAME;
    exports2.SEMRESATTRS_FAAS_VERSION = SEMRESATTRS_FAAS_VERSION;
    exports2.SEMRESATTRS_HOST_ARCH = SEMRESATTRS_HOST_ARCH;
    exports2.SEMRESATTRS_HOST_ID = SEMRESATTRS_HOST_ID;
    exports2.SEMRESATTRS_HOST_IMAGE_ID = SEMRESATTRS_HOST_IMAGE_ID;
    exports2.SEMRESATTRS_HOST_IMAGE_NAME = SEMRESATTRS_HOST_IMAGE_NAME;
    exports2.SEMRESATTRS_HOST_IMAGE_VERSION = SEMRESATTRS_HOST_IMAGE_VERSION;
    exports2.SEMRESATTRS_HOST_NAME = SEMRESATTRS_HOST_NAME;
    exports2.SEMRESATTRS_HOST_TYPE = SEMRESATTRS_HOST_TYPE;
    exports2.SEMRESATTRS_K8S_CLUSTER_NAME = SEMRESATTRS_K8S_CLUSTER_NAME;
    exports2.SEMRESATTRS_K8S_CONTAINER_NAME = SEMRESATTRS_K8S_CONTAINER_NAME;
    exports2.SEMRESATTRS_K8S_CRONJOB_NAME = SEMRESATTRS_K8S_CRONJOB_NAME;
    exports2.SEMRESATTRS_K8S_CRONJOB_UID = SEMRESATTRS_K8S_CRONJOB_UID;
    exports2.SEMRESATTRS_K8S_DAEMONSET_NAME = SEMRESATTRS_K8S_DAEMONSET_NAME;
    exports2.SEMRESATTRS_K8S_DAEMONSET_UID = SEMRESATTRS_K8S_DAEMONSET_UID;
    exports2.SEMRESATTRS_K8S_DEPLOYMENT_NAME = SEMRESATTRS_K8S_DEPLOYMENT_NAME;
    exports2.SEMRESATTRS_K8S_DEPLOYMENT_UID = SEMRESATTRS_K8S_DEPLOYMENT_UID;
    exports2.SEMRESATTRS_K8S_JOB_NAME = SEMRESATTRS_K8S_JOB_NAME;
    exports2.SEMRESATTRS_K8S_JOB_UID = SEMRESATTRS_K8S_JOB_UID;
    exports2.SEMRESATTRS_K8S_NAMESPACE_NAME = SEMRESATTRS_K8S_NAMESPACE_NAME;
    exports2.SEMRESATTRS_K8S_NODE_NAME = SEMRESATTRS_K8S_NODE_NAME;
    exports2.SEMRESATTRS_K8S_NODE_UID = SEMRESATTRS_K8S_NODE_UID;
    exports2.SEMRESATTRS_K8S_POD_NAME = SEMRESATTRS_K8S_POD_NAME;
    exports2.SEMRESATTRS_K8S_POD_UID = SEMRESATTRS_K8S_POD_UID;
    exports2.SEMRESATTRS_K8S_REPLICASET_NAME = SEMRESATTRS_K8S_REPLICASET_NAME;
    exports2.SEMRESATTRS_K8S_REPLICASET_UID = SEMRESATTRS_K8S_REPLICASET_UID;
    exports2.SEMRESATTRS_K8S_STATEFULSET_NAME = SEMRESATTRS_K8S_STATEFULSET_NAME;
    exports2.SEMRESATTRS_K8S_STATEFULSET_UID = SEMRESATTRS_K8S_STATEFULSET_UID;
    exports2.SEMRESATTRS_OS_DESCRIPTION = SEMRESATTRS_OS_DESCRIPTION;
    exports2.SEMRESATTRS_OS_NAME = SEMRESATTRS_OS_NAME;
    exports2.SEMRESATTRS_OS_TYPE = SEMRESATTRS_OS_TYPE;
    exports2.SEMRESATTRS_OS_VERSION = SEMRESATTRS_OS_VERSION;
    exports2.SEMRESATTRS_PROCESS_COMMAND = SEMRESATTRS_PROCESS_COMMAND;
    exports2.SEMRESATTRS_PROCESS_COMMAND_ARGS = SEMRESATTRS_PROCESS_COMMAND_ARGS;
    exports2.SEMRESATTRS_PROCESS_COMMAND_LINE = SEMRESATTRS_PROCESS_COMMAND_LINE;
    exports2.SEMRESATTRS_PROCESS_EXECUTABLE_NAME = SEMRESATTRS_PROCESS_EXECUTABLE_NAME;
    exports2.SEMRESATTRS_PROCESS_EXECUTABLE_PATH = SEMRESATTRS_PROCESS_EXECUTABLE_PATH;
    exports2.SEMRESATTRS_PROCESS_OWNER = SEMRESATTRS_PROCESS_OWNER;
    exports2.SEMRESATTRS_PROCESS_PID = SEMRESATTRS_PROCESS_PID;
    exports2.SEMRESATTRS_PROCESS_RUNTIME_DESCRIPTION = SEMRESATTRS_PROCESS_RUNTIME_DESCRIPTION;
    exports2.SEMRESATTRS_PROCESS_RUNTIME_NAME = SEMRESATTRS_PROCESS_RUNTIME_NAME;
    exports2.SEMRESATTRS_PROCESS_RUNTIME_VERSION = SEMRESATTRS_PROCESS_RUNTIME_VERSION;
    exports2.SEMRESATTRS_SERVICE_INSTANCE_ID = SEMRESATTRS_SERVICE_INSTANCE_ID;
    exports2.SEMRESATTRS_SERVICE_NAME = SEMRESATTRS_SERVICE_NAME;
    exports2.SEMRESATTRS_SERVICE_NAMESPACE = SEMRESATTRS_SERVICE_NAMESPACE;
    exports2.SEMRESATTRS_SERVICE_VERSION = SEMRESATTRS_SERVICE_VERSION;
    exports2.SEMRESATTRS_TELEMETRY_AUTO_VERSION = SEMRESATTRS_TELEMETRY_AUTO_VERSION;
    exports2.SEMRESATTRS_TELEMETRY_SDK_LANGUAGE = SEMRESATTRS_TELEMETRY_SDK_LANGUAGE;
    exports2.SEMRESATTRS_TELEMETRY_SDK_NAME = SEMRESATTRS_TELEMETRY_SDK_NAME;
    exports2.SEMRESATTRS_TELEMETRY_SDK_VERSION = SEMRESATTRS_TELEMETRY_SDK_VERSION;
    exports2.SEMRESATTRS_WEBENGINE_DESCRIPTION = SEMRESATTRS_WEBENGINE_DESCRIPTION;
    exports2.SEMRESATTRS_WEBENGINE_NAME = SEMRESATTRS_WEBENGINE_NAME;
    exports2.SEMRESATTRS_WEBENGINE_VERSION = SEMRESATTRS_WEBENGINE_VERSION;
    exports2.SemanticResourceAttributes = SemanticResourceAttributes;
    exports2.TELEMETRYSDKLANGUAGEVALUES_CPP = TELEMETRYSDKLANGUAGEVALUES_CPP;
    exports2.TELEMETRYSDKLANGUAGEVALUES_DOTNET = TELEMETRYSDKLANGUAGEVALUES_DOTNET;
    exports2.TELEMETRYSDKLANGUAGEVALUES_ERLANG = TELEMETRYSDKLANGUAGEVALUES_ERLANG;
    exports2.TELEMETRYSDKLANGUAGEVALUES_GO = TELEMETRYSDKLANGUAGEVALUES_GO;
    exports2.TELEMETRYSDKLANGUAGEVALUES_JAVA = TELEMETRYSDKLANGUAGEVALUES_JAVA;
    exports2.TELEMETRYSDKLANGUAGEVALUES_NODEJS = TELEMETRYSDKLANGUAGEVALUES_NODEJS;
    exports2.TELEMETRYSDKLANGUAGEVALUES_PHP = TELEMETRYSDKLANGUAGEVALUES_PHP;
    exports2.TELEMETRYSDKLANGUAGEVALUES_PYTHON = TELEMETRYSDKLANGUAGEVALUES_PYTHON;
    exports2.TELEMETRYSDKLANGUAGEVALUES_RUBY = TELEMETRYSDKLANGUAGEVALUES_RUBY;
    exports2.TELEMETRYSDKLANGUAGEVALUES_WEBJS = TELEMETRYSDKLANGUAGEVALUES_WEBJS;
    exports2.TelemetrySdkLanguageValues = TelemetrySdkLanguageValues;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/stable_attributes.cjs
var require_stable_attributes = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/stable_attributes.cjs"(exports2) {
    var ATTR_ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT = "aspnetcore.diagnostics.exception.result";
    var ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_ABORTED = "aborted";
    var ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_HANDLED = "handled";
    var ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_SKIPPED = "skipped";
    var ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_UNHANDLED = "unhandled";
    var ATTR_ASPNETCORE_DIAGNOSTICS_HANDLER_TYPE = "aspnetcore.diagnostics.handler.type";
    var ATTR_ASPNETCORE_RATE_LIMITING_POLICY = "aspnetcore.rate_limiting.policy";
    var ATTR_ASPNETCORE_RATE_LIMITING_RESULT = "aspnetcore.rate_limiting.result";
    var ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ACQUIRED = "acquired";
    var ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ENDPOINT_LIMITER = "endpoint_limiter";
    var ASPNETCORE_RATE_LIMITING_RESULT_VALUE_GLOBAL_LIMITER = "global_limiter";
    var ASPNETCORE_RATE_LIMITING_RESULT_VALUE_REQUEST_CANCELED = "request_canceled";
    var ATTR_ASPNETCORE_REQUEST_IS_UNHANDLED = "aspnetcore.request.is_unhandled";
    var ATTR_ASPNETCORE_ROUTING_IS_FALLBACK = "aspnetcore.routing.is_fallback";
    var ATTR_ASPNETCORE_ROUTING_MATCH_STATUS = "aspnetcore.routing.match_status";
    var ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_FAILURE = "failure";
    var ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_SUCCESS = "success";
    var ATTR_ASPNETCORE_USER_IS_AUTHENTICATED = "aspnetcore.user.is_authenticated";
    var ATTR_CLIENT_ADDRESS = "client.address";
    var ATTR_CLIENT_PORT = "client.port";
    var ATTR_CODE_COLUMN_NUMBER = "code.column.number";
    var ATTR_CODE_FILE_PATH = "code.file.path";
    var ATTR_CODE_FUNCTION_NAME = "code.function.name";
    var ATTR_CODE_LINE_NUMBER = "code.line.number";
    var ATTR_CODE_STACKTRACE = "code.stacktrace";
    var ATTR_CONTAINER_ID = "container.id";
    var ATTR_CONTAINER_IMAGE_NAME = "container.image.name";
    var ATTR_CONTAINER_IMAGE_REPO_DIGESTS = "container.image.repo_digests";
    var ATTR_CONTAINER_IMAGE_TAGS = "container.image.tags";
    var ATTR_DB_COLLECTION_NAME = "db.collection.name";
    var ATTR_DB_NAMESPACE = "db.namespace";
    var ATTR_DB_OPERATION_BATCH_SIZE = "db.operation.batch.size";
    var ATTR_DB_OPERATION_NAME = "db.operation.name";
    var ATTR_DB_QUERY_SUMMARY = "db.query.summary";
    var ATTR_DB_QUERY_TEXT = "db.query.text";
    var ATTR_DB_RESPONSE_STATUS_CODE = "db.response.status_code";
    var ATTR_DB_STORED_PROCEDURE_NAME = "db.stored_procedure.name";
    var ATTR_DB_SYSTEM_NAME = "db.system.name";
    var DB_SYSTEM_NAME_VALUE_MARIADB = "mariadb";
    var DB_SYSTEM_NAME_VALUE_MICROSOFT_SQL_SERVER = "microsoft.sql_server";
    var DB_SYSTEM_NAME_VALUE_MYSQL = "mysql";
    var DB_SYSTEM_NAME_VALUE_POSTGRESQL = "postgresql";
    var ATTR_DEPLOYMENT_ENVIRONMENT_NAME = "deployment.environment.name";
    var DEPLOYMENT_ENVIRONMENT_NAME_VALUE_DEVELOPMENT = "development";
    var DEPLOYMENT_ENVIRONMENT_NAME_VALUE_PRODUCTION = "production";
    var DEPLOYMENT_ENVIRONMENT_NAME_VALUE_STAGING = "staging";
    var DEPLOYMENT_ENVIRONMENT_NAME_VALUE_TEST = "test";
    var ATTR_DOTNET_GC_HEAP_GENERATION = "dotnet.gc.heap.generation";
    var DOTNET_GC_HEAP_GENERATION_VALUE_GEN0 = "gen0";
    var DOTNET_GC_HEAP_GENERATION_VALUE_GEN1 = "gen1";
    var DOTNET_GC_HEAP_GENERATION_VALUE_GEN2 = "gen2";
    var DOTNET_GC_HEAP_GENERATION_VALUE_LOH = "loh";
    var DOTNET_GC_HEAP_GENERATION_VALUE_POH = "poh";
    var ATTR_ERROR_TYPE = "error.type";
    var ERROR_TYPE_VALUE_OTHER = "_OTHER";
    var ATTR_EXCEPTION_ESCAPED = "exception.escaped";
    var ATTR_EXCEPTION_MESSAGE = "exception.message";
    var ATTR_EXCEPTION_STACKTRACE = "exception.stacktrace";
    var ATTR_EXCEPTION_TYPE = "exception.type";
    var ATTR_HTTP_REQUEST_HEADER = (key) => `http.request.header.${key}`;
    var ATTR_HTTP_REQUEST_METHOD = "http.request.method";
    var HTTP_REQUEST_METHOD_VALUE_OTHER = "_OTHER";
    var HTTP_REQUEST_METHOD_VALUE_CONNECT = "CONNECT";
    var HTTP_REQUEST_METHOD_VALUE_DELETE = "DELETE";
    var HTTP_REQUEST_METHOD_VALUE_GET = "GET";
    var HTTP_REQUEST_METHOD_VALUE_HEAD = "HEAD";
    var HTTP_REQUEST_METHOD_VALUE_OPTIONS = "OPTIONS";
    var HTTP_REQUEST_METHOD_VALUE_PATCH = "PATCH";
    var HTTP_REQUEST_METHOD_VALUE_POST = "POST";
    var HTTP_REQUEST_METHOD_VALUE_PUT = "PUT";
    var HTTP_REQUEST_METHOD_VALUE_TRACE = "TRACE";
    var ATTR_HTTP_REQUEST_METHOD_ORIGINAL = "http.request.method_original";
    var ATTR_HTTP_REQUEST_RESEND_COUNT = "http.request.resend_count";
    var ATTR_HTTP_RESPONSE_HEADER = (key) => `http.response.header.${key}`;
    var ATTR_HTTP_RESPONSE_STATUS_CODE = "http.response.status_code";
    var ATTR_HTTP_ROUTE = "http.route";
    var ATTR_JVM_GC_ACTION = "jvm.gc.action";
    var ATTR_JVM_GC_NAME = "jvm.gc.name";
    var ATTR_JVM_MEMORY_POOL_NAME = "jvm.memory.pool.name";
    var ATTR_JVM_MEMORY_TYPE = "jvm.memory.type";
    var JVM_MEMORY_TYPE_VALUE_HEAP = "heap";
    var JVM_MEMORY_TYPE_VALUE_NON_HEAP = "non_heap";
    var ATTR_JVM_THREAD_DAEMON = "jvm.thread.daemon";
    var ATTR_JVM_THREAD_STATE = "jvm.thread.state";
    var JVM_THREAD_STATE_VALUE_BLOCKED = "blocked";
    var JVM_THREAD_STATE_VALUE_NEW = "new";
    var JVM_THREAD_STATE_VALUE_RUNNABLE = "runnable";
    var JVM_THREAD_STATE_VALUE_TERMINATED = "terminated";
    var JVM_THREAD_STATE_VALUE_TIMED_WAITING = "timed_waiting";
    var JVM_THREAD_STATE_VALUE_WAITING = "waiting";
    var ATTR_K8S_CLUSTER_NAME = "k8s.cluster.name";
    var ATTR_K8S_CLUSTER_UID = "k8s.cluster.uid";
    var ATTR_K8S_CONTAINER_NAME = "k8s.container.name";
    var ATTR_K8S_CONTAINER_RESTART_COUNT = "k8s.container.restart_count";
    var ATTR_K8S_CRONJOB_ANNOTATION = (key) => `k8s.cronjob.annotation.${key}`;
    var ATTR_K8S_CRONJOB_LABEL = (key) => `k8s.cronjob.label.${key}`;
    var ATTR_K8S_CRONJOB_NAME = "k8s.cronjob.name";
    var ATTR_K8S_CRONJOB_UID = "k8s.cronjob.uid";
    var ATTR_K8S_DAEMONSET_ANNOTATION = (key) => `k8s.daemonset.annotation.${key}`;
    var ATTR_K8S_DAEMONSET_LABEL = (key) => `k8s.daemonset.label.${key}`;
    var ATTR_K8S_DAEMONSET_NAME = "k8s.daemonset.name";
    var ATTR_K8S_DAEMONSET_UID = "k8s.daemonset.uid";
    var ATTR_K8S_DEPLOYMENT_ANNOTATION = (key) => `k8s.deployment.annotation.${key}`;
    var ATTR_K8S_DEPLOYMENT_LABEL = (key) => `k8s.deployment.label.${key}`;
    var ATTR_K8S_DEPLOYMENT_NAME = "k8s.deployment.name";
    var ATTR_K8S_DEPLOYMENT_UID = "k8s.deployment.uid";
    var ATTR_K8S_JOB_ANNOTATION = (key) => `k8s.job.annotation.${key}`;
    var ATTR_K8S_JOB_LABEL = (key) => `k8s.job.label.${key}`;
    var ATTR_K8S_JOB_NAME = "k8s.job.name";
    var ATTR_K8S_JOB_UID = "k8s.job.uid";
    var ATTR_K8S_NAMESPACE_ANNOTATION = (key) => `k8s.namespace.annotation.${key}`;
    var ATTR_K8S_NAMESPACE_LABEL = (key) => `k8s.namespace.label.${key}`;
    var ATTR_K8S_NAMESPACE_NAME = "k8s.namespace.name";
    var ATTR_K8S_NODE_ANNOTATION = (key) => `k8s.node.annotation.${key}`;
    var ATTR_K8S_NODE_LABEL = (key) => `k8s.node.label.${key}`;
    var ATTR_K8S_NODE_NAME = "k8s.node.name";
    var ATTR_K8S_NODE_UID = "k8s.node.uid";
    var ATTR_K8S_POD_ANNOTATION = (key) => `k8s.pod.annotation.${key}`;
    var ATTR_K8S_POD_HOSTNAME = "k8s.pod.hostname";
    var ATTR_K8S_POD_IP = "k8s.pod.ip";
    var ATTR_K8S_POD_LABEL = (key) => `k8s.pod.label.${key}`;
    var ATTR_K8S_POD_NAME = "k8s.pod.name";
    var ATTR_K8S_POD_START_TIME = "k8s.pod.start_time";
    var ATTR_K8S_POD_UID = "k8s.pod.uid";
    var ATTR_K8S_REPLICASET_ANNOTATION = (key) => `k8s.replicaset.annotation.${key}`;
    var ATTR_K8S_REPLICASET_LABEL = (key) => `k8s.replicaset.label.${key}`;
    var ATTR_K8S_REPLICASET_NAME = "k8s.replicaset.name";
    var ATTR_K8S_REPLICASET_UID = "k8s.replicaset.uid";
    var ATTR_K8S_STATEFULSET_ANNOTATION = (key) => `k8s.statefulset.annotation.${key}`;
    var ATTR_K8S_STATEFULSET_LABEL = (key) => `k8s.statefulset.label.${key}`;
    var ATTR_K8S_STATEFULSET_NAME = "k8s.statefulset.name";
    var ATTR_K8S_STATEFULSET_UID = "k8s.statefulset.uid";
    var ATTR_NETWORK_LOCAL_ADDRESS = "network.local.address";
    var ATTR_NETWORK_LOCAL_PORT = "network.local.port";
    var ATTR_NETWORK_PEER_ADDRESS = "network.peer.address";
    var ATTR_NETWORK_PEER_PORT = "network.peer.port";
    var ATTR_NETWORK_PROTOCOL_NAME = "network.protocol.name";
    var ATTR_NETWORK_PROTOCOL_VERSION = "network.protocol.version";
    var ATTR_NETWORK_TRANSPORT = "network.transport";
    var NETWORK_TRANSPORT_VALUE_PIPE = "pipe";
    var NETWORK_TRANSPORT_VALUE_QUIC = "quic";
    var NETWORK_TRANSPORT_VALUE_TCP = "tcp";
    var NETWORK_TRANSPORT_VALUE_UDP = "udp";
    var NETWORK_TRANSPORT_VALUE_UNIX = "unix";
    var ATTR_NETWORK_TYPE = "network.type";
    var NETWORK_TYPE_VALUE_IPV4 = "ipv4";
    var NETWORK_TYPE_VALUE_IPV6 = "ipv6";
    var ATTR_OTEL_EVENT_NAME = "otel.event.name";
    var ATTR_OTEL_SCOPE_NAME = "otel.scope.name";
    var ATTR_OTEL_SCOPE_VERSION = "otel.scope.version";
    var ATTR_OTEL_STATUS_CODE = "otel.status_code";
    var OTEL_STATUS_CODE_VALUE_ERROR = "ERROR";
    var OTEL_STATUS_CODE_VALUE_OK = "OK";
    var ATTR_OTEL_STATUS_DESCRIPTION = "otel.status_description";
    var ATTR_RPC_METHOD = "rpc.method";
    var ATTR_RPC_METHOD_ORIGINAL = "rpc.method_original";
    var ATTR_RPC_STATUS_CODE = "rpc.status_code";
    var ATTR_RPC_SYSTEM_NAME = "rpc.system.name";
    var RPC_SYSTEM_NAME_VALUE_DUBBO = "dubbo";
    var RPC_SYSTEM_NAME_VALUE_GRPC = "grpc";
    var ATTR_SERVER_ADDRESS = "server.address";
    var ATTR_SERVER_PORT = "server.port";
    var ATTR_SERVICE_INSTANCE_ID = "service.instance.id";
    var ATTR_SERVICE_NAME = "service.name";
    var ATTR_SERVICE_NAMESPACE = "service.namespace";
    var ATTR_SERVICE_VERSION = "service.version";
    var ATTR_SIGNALR_CONNECTION_STATUS = "signalr.connection.status";
    var SIGNALR_CONNECTION_STATUS_VALUE_APP_SHUTDOWN = "app_shutdown";
    var SIGNALR_CONNECTION_STATUS_VALUE_NORMAL_CLOSURE = "normal_closure";
    var SIGNALR_CONNECTION_STATUS_VALUE_TIMEOUT = "timeout";
    var ATTR_SIGNALR_TRANSPORT = "signalr.transport";
    var SIGNALR_TRANSPORT_VALUE_LONG_POLLING = "long_polling";
    var SIGNALR_TRANSPORT_VALUE_SERVER_SENT_EVENTS = "server_sent_events";
    var SIGNALR_TRANSPORT_VALUE_WEB_SOCKETS = "web_sockets";
    var ATTR_TELEMETRY_DISTRO_NAME = "telemetry.distro.name";
    var ATTR_TELEMETRY_DISTRO_VERSION = "telemetry.distro.version";
    var ATTR_TELEMETRY_SDK_LANGUAGE = "telemetry.sdk.language";
    var TELEMETRY_SDK_LANGUAGE_VALUE_CPP = "cpp";
    var TELEMETRY_SDK_LANGUAGE_VALUE_DOTNET = "dotnet";
    var TELEMETRY_SDK_LANGUAGE_VALUE_ERLANG = "erlang";
    var TELEMETRY_SDK_LANGUAGE_VALUE_GO = "go";
    var TELEMETRY_SDK_LANGUAGE_VALUE_JAVA = "java";
    var TELEMETRY_SDK_LANGUAGE_VALUE_KOTLIN = "kotlin";
    var TELEMETRY_SDK_LANGUAGE_VALUE_NODEJS = "nodejs";
    var TELEMETRY_SDK_LANGUAGE_VALUE_PHP = "php";
    var TELEMETRY_SDK_LANGUAGE_VALUE_PYTHON = "python";
    var TELEMETRY_SDK_LANGUAGE_VALUE_RUBY = "ruby";
    var TELEMETRY_SDK_LANGUAGE_VALUE_RUST = "rust";
    var TELEMETRY_SDK_LANGUAGE_VALUE_SWIFT = "swift";
    var TELEMETRY_SDK_LANGUAGE_VALUE_WEBJS = "webjs";
    var ATTR_TELEMETRY_SDK_NAME = "telemetry.sdk.name";
    var ATTR_TELEMETRY_SDK_VERSION = "telemetry.sdk.version";
    var ATTR_URL_FRAGMENT = "url.fragment";
    var ATTR_URL_FULL = "url.full";
    var ATTR_URL_PATH = "url.path";
    var ATTR_URL_QUERY = "url.query";
    var ATTR_URL_SCHEME = "url.scheme";
    var ATTR_USER_AGENT_ORIGINAL = "user_agent.original";
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_ABORTED = ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_ABORTED;
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_HANDLED = ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_HANDLED;
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_SKIPPED = ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_SKIPPED;
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_UNHANDLED = ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_UNHANDLED;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ACQUIRED = ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ACQUIRED;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ENDPOINT_LIMITER = ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ENDPOINT_LIMITER;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_GLOBAL_LIMITER = ASPNETCORE_RATE_LIMITING_RESULT_VALUE_GLOBAL_LIMITER;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_REQUEST_CANCELED = ASPNETCORE_RATE_LIMITING_RESULT_VALUE_REQUEST_CANCELED;
    exports2.ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_FAILURE = ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_FAILURE;
    exports2.ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_SUCCESS = ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_SUCCESS;
    exports2.ATTR_ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT = ATTR_ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT;
    exports2.ATTR_ASPNETCORE_DIAGNOSTICS_HANDLER_TYPE = ATTR_ASPNETCORE_DIAGNOSTICS_HANDLER_TYPE;
    exports2.ATTR_ASPNETCORE_RATE_LIMITING_POLICY = ATTR_ASPNETCORE_RATE_LIMITING_POLICY;
    exports2.ATTR_ASPNETCORE_RATE_LIMITING_RESULT = ATTR_ASPNETCORE_RATE_LIMITING_RESULT;
    exports2.ATTR_ASPNETCORE_REQUEST_IS_UNHANDLED = ATTR_ASPNETCORE_REQUEST_IS_UNHANDLED;
    exports2.ATTR_ASPNETCORE_ROUTING_IS_FALLBACK = ATTR_ASPNETCORE_ROUTING_IS_FALLBACK;
    exports2.ATTR_ASPNETCORE_ROUTING_MATCH_STATUS = ATTR_ASPNETCORE_ROUTING_MATCH_STATUS;
    exports2.ATTR_ASPNETCORE_USER_IS_AUTHENTICATED = ATTR_ASPNETCORE_USER_IS_AUTHENTICATED;
    exports2.ATTR_CLIENT_ADDRESS = ATTR_CLIENT_ADDRESS;
    exports2.ATTR_CLIENT_PORT = ATTR_CLIENT_PORT;
    exports2.ATTR_CODE_COLUMN_NUMBER = ATTR_CODE_COLUMN_NUMBER;
    exports2.ATTR_CODE_FILE_PATH = ATTR_CODE_FILE_PATH;
    exports2.ATTR_CODE_FUNCTION_NAME = ATTR_CODE_FUNCTION_NAME;
    exports2.ATTR_CODE_LINE_NUMBER = ATTR_CODE_LINE_NUMBER;
    exports2.ATTR_CODE_STACKTRACE = ATTR_CODE_STACKTRACE;
    exports2.ATTR_CONTAINER_ID = ATTR_CONTAINER_ID;
    exports2.ATTR_CONTAINER_IMAGE_NAME = ATTR_CONTAINER_IMAGE_NAME;
    exports2.ATTR_CONTAINER_IMAGE_REPO_DIGESTS = ATTR_CONTAINER_IMAGE_REPO_DIGESTS;
    exports2.ATTR_CONTAINER_IMAGE_TAGS = ATTR_CONTAINER_IMAGE_TAGS;
    exports2.ATTR_DB_COLLECTION_NAME = ATTR_DB_COLLECTION_NAME;
    exports2.ATTR_DB_NAMESPACE = ATTR_DB_NAMESPACE;
    exports2.ATTR_DB_OPERATION_BATCH_SIZE = ATTR_DB_OPERATION_BATCH_SIZE;
    exports2.ATTR_DB_OPERATION_NAME = ATTR_DB_OPERATION_NAME;
    exports2.ATTR_DB_QUERY_SUMMARY = ATTR_DB_QUERY_SUMMARY;
    exports2.ATTR_DB_QUERY_TEXT = ATTR_DB_QUERY_TEXT;
    exports2.ATTR_DB_RESPONSE_STATUS_CODE = ATTR_DB_RESPONSE_STATUS_CODE;
    exports2.ATTR_DB_STORED_PROCEDURE_NAME = ATTR_DB_STORED_PROCEDURE_NAME;
    exports2.ATTR_DB_SYSTEM_NAME = ATTR_DB_SYSTEM_NAME;
    exports2.ATTR_DEPLOYMENT_ENVIRONMENT_NAME = ATTR_DEPLOYMENT_ENVIRONMENT_NAME;
    exports2.ATTR_DOTNET_GC_HEAP_GENERATION = ATTR_DOTNET_GC_HEAP_GENERATION;
    exports2.ATTR_ERROR_TYPE = ATTR_ERROR_TYPE;
    exports2.ATTR_EXCEPTION_ESCAPED = ATTR_EXCEPTION_ESCAPED;
    exports2.ATTR_EXCEPTION_MESSAGE = ATTR_EXCEPTION_MESSAGE;
    exports2.ATTR_EXCEPTION_STACKTRACE = ATTR_EXCEPTION_STACKTRACE;
    exports2.ATTR_EXCEPTION_TYPE = ATTR_EXCEPTION_TYPE;
    exports2.ATTR_HTTP_REQUEST_HEADER = ATTR_HTTP_REQUEST_HEADER;
    exports2.ATTR_HTTP_REQUEST_METHOD = ATTR_HTTP_REQUEST_METHOD;
    exports2.ATTR_HTTP_REQUEST_METHOD_ORIGINAL = ATTR_HTTP_REQUEST_METHOD_ORIGINAL;
    exports2.ATTR_HTTP_REQUEST_RESEND_COUNT = ATTR_HTTP_REQUEST_RESEND_COUNT;
    exports2.ATTR_HTTP_RESPONSE_HEADER = ATTR_HTTP_RESPONSE_HEADER;
    exports2.ATTR_HTTP_RESPONSE_STATUS_CODE = ATTR_HTTP_RESPONSE_STATUS_CODE;
    exports2.ATTR_HTTP_ROUTE = ATTR_HTTP_ROUTE;
    exports2.ATTR_JVM_GC_ACTION = ATTR_JVM_GC_ACTION;
    exports2.ATTR_JVM_GC_NAME = ATTR_JVM_GC_NAME;
    exports2.ATTR_JVM_MEMORY_POOL_NAME = ATTR_JVM_MEMORY_POOL_NAME;
    exports2.ATTR_JVM_MEMORY_TYPE = ATTR_JVM_MEMORY_TYPE;
    exports2.ATTR_JVM_THREAD_DAEMON = ATTR_JVM_THREAD_DAEMON;
    exports2.ATTR_JVM_THREAD_STATE = ATTR_JVM_THREAD_STATE;
    exports2.ATTR_K8S_CLUSTER_NAME = ATTR_K8S_CLUSTER_NAME;
    exports2.ATTR_K8S_CLUSTER_UID = ATTR_K8S_CLUSTER_UID;
    exports2.ATTR_K8S_CONTAINER_NAME = ATTR_K8S_CONTAINER_NAME;
    exports2.ATTR_K8S_CONTAINER_RESTART_COUNT = ATTR_K8S_CONTAINER_RESTART_COUNT;
    exports2.ATTR_K8S_CRONJOB_ANNOTATION = ATTR_K8S_CRONJOB_ANNOTATION;
    exports2.ATTR_K8S_CRONJOB_LABEL = ATTR_K8S_CRONJOB_LABEL;
    exports2.ATTR_K8S_CRONJOB_NAME = ATTR_K8S_CRONJOB_NAME;
    exports2.ATTR_K8S_CRONJOB_UID = ATTR_K8S_CRONJOB_UID;
    exports2.ATTR_K8S_DAEMONSET_ANNOTATION = ATTR_K8S_DAEMONSET_ANNOTATION;
    exports2.ATTR_K8S_DAEMONSET_LABEL = ATTR_K8S_DAEMONSET_LABEL;
    exports2.ATTR_K8S_DAEMONSET_NAME = ATTR_K8S_DAEMONSET_NAME;
    exports2.ATTR_K8S_DAEMONSET_UID = ATTR_K8S_DAEMONSET_UID;
    exports2.ATTR_K8S_DEPLOYMENT_ANNOTATION = ATTR_K8S_DEPLOYMENT_ANNOTATION;
    exports2.ATTR_K8S_DEPLOYMENT_LABEL = ATTR_K8S_DEPLOYMENT_LABEL;
    exports2.ATTR_K8S_DEPLOYMENT_NAME = ATTR_K8S_DEPLOYMENT_NAME;
    exports2.ATTR_K8S_DEPLOYMENT_UID = ATTR_K8S_DEPLOYMENT_UID;
    exports2.ATTR_K8S_JOB_ANNOTATION = ATTR_K8S_JOB_ANNOTATION;
    exports2.ATTR_K8S_JOB_LABEL = ATTR_K8S_JOB_LABEL;
    exports2.ATTR_K8S_JOB_NAME = ATTR_K8S_JOB_NAME;
    exports2.ATTR_K8S_JOB_UID = ATTR_K8S_JOB_UID;
    exports2.ATTR_K8S_NAMESPACE_ANNOTATION = ATTR_K8S_NAMESPACE_ANNOTATION;
    exports2.ATTR_K8S_NAMESPACE_LABEL = ATTR_K8S_NAMESPACE_LABEL;
    exports2.ATTR_K8S_NAMESPACE_NAME = ATTR_K8S_NAMESPACE_NAME;
    exports2.ATTR_K8S_NODE_ANNOTATION = ATTR_K8S_NODE_ANNOTATION;
    exports2.ATTR_K8S_NODE_LABEL = ATTR_K8S_NODE_LABEL;
    exports2.ATTR_K8S_NODE_NAME = ATTR_K8S_NODE_NAME;
    exports2.ATTR_K8S_NODE_UID = ATTR_K8S_NODE_UID;
    exports2.ATTR_K8S_POD_ANNOTATION = ATTR_K8S_POD_ANNOTATION;
    exports2.ATTR_K8S_POD_HOSTNAME = ATTR_K8S_POD_HOSTNAME;
    exports2.ATTR_K8S_POD_IP = ATTR_K8S_POD_IP;
    exports2.ATTR_K8S_POD_LABEL = ATTR_K8S_POD_LABEL;
    exports2.ATTR_K8S_POD_NAME = ATTR_K8S_POD_NAME;
    exports2.ATTR_K8S_POD_START_TIME = ATTR_K8S_POD_START_TIME;
    exports2.ATTR_K8S_POD_UID = ATTR_K8S_POD_UID;
    exports2.ATTR_K8S_REPLICASET_ANNOTATION = ATTR_K8S_REPLICASET_ANNOTATION;
    exports2.ATTR_K8S_REPLICASET_LABEL = ATTR_K8S_REPLICASET_LABEL;
    exports2.ATTR_K8S_REPLICASET_NAME = ATTR_K8S_REPLICASET_NAME;
    exports2.ATTR_K8S_REPLICASET_UID = ATTR_K8S_REPLICASET_UID;
    exports2.ATTR_K8S_STATEFULSET_ANNOTATION = ATTR_K8S_STATEFULSET_ANNOTATION;
    exports2.ATTR_K8S_STATEFULSET_LABEL = ATTR_K8S_STATEFULSET_LABEL;
    exports2.ATTR_K8S_STATEFULSET_NAME = ATTR_K8S_STATEFULSET_NAME;
    exports2.ATTR_K8S_STATEFULSET_UID = ATTR_K8S_STATEFULSET_UID;
    exports2.ATTR_NETWORK_LOCAL_ADDRESS = ATTR_NETWORK_LOCAL_ADDRESS;
    exports2.ATTR_NETWORK_LOCAL_PORT = ATTR_NETWORK_LOCAL_PORT;
    exports2.ATTR_NETWORK_PEER_ADDRESS = ATTR_NETWORK_PEER_ADDRESS;
    exports2.ATTR_NETWORK_PEER_PORT = ATTR_NETWORK_PEER_PORT;
    exports2.ATTR_NETWORK_PROTOCOL_NAME = ATTR_NETWORK_PROTOCOL_NAME;
    exports2.ATTR_NETWORK_PROTOCOL_VERSION = ATTR_NETWORK_PROTOCOL_VERSION;
    exports2.ATTR_NETWORK_TRANSPORT = ATTR_NETWORK_TRANSPORT;
    exports2.ATTR_NETWORK_TYPE = ATTR_NETWORK_TYPE;
    exports2.ATTR_OTEL_EVENT_NAME = ATTR_OTEL_EVENT_NAME;
    exports2.ATTR_OTEL_SCOPE_NAME = ATTR_OTEL_SCOPE_NAME;
    exports2.ATTR_OTEL_SCOPE_VERSION = ATTR_OTEL_SCOPE_VERSION;
    exports2.ATTR_OTEL_STATUS_CODE = ATTR_OTEL_STATUS_CODE;
    exports2.ATTR_OTEL_STATUS_DESCRIPTION = ATTR_OTEL_STATUS_DESCRIPTION;
    exports2.ATTR_RPC_METHOD = ATTR_RPC_METHOD;
    exports2.ATTR_RPC_METHOD_ORIGINAL = ATTR_RPC_METHOD_ORIGINAL;
    exports2.ATTR_RPC_STATUS_CODE = ATTR_RPC_STATUS_CODE;
    exports2.ATTR_RPC_SYSTEM_NAME = ATTR_RPC_SYSTEM_NAME;
    exports2.ATTR_SERVER_ADDRESS = ATTR_SERVER_ADDRESS;
    exports2.ATTR_SERVER_PORT = ATTR_SERVER_PORT;
    exports2.ATTR_SERVICE_INSTANCE_ID = ATTR_SERVICE_INSTANCE_ID;
    exports2.ATTR_SERVICE_NAME = ATTR_SERVICE_NAME;
    exports2.ATTR_SERVICE_NAMESPACE = ATTR_SERVICE_NAMESPACE;
    exports2.ATTR_SERVICE_VERSION = ATTR_SERVICE_VERSION;
    exports2.ATTR_SIGNALR_CONNECTION_STATUS = ATTR_SIGNALR_CONNECTION_STATUS;
    exports2.ATTR_SIGNALR_TRANSPORT = ATTR_SIGNALR_TRANSPORT;
    exports2.ATTR_TELEMETRY_DISTRO_NAME = ATTR_TELEMETRY_DISTRO_NAME;
    exports2.ATTR_TELEMETRY_DISTRO_VERSION = ATTR_TELEMETRY_DISTRO_VERSION;
    exports2.ATTR_TELEMETRY_SDK_LANGUAGE = ATTR_TELEMETRY_SDK_LANGUAGE;
    exports2.ATTR_TELEMETRY_SDK_NAME = ATTR_TELEMETRY_SDK_NAME;
    exports2.ATTR_TELEMETRY_SDK_VERSION = ATTR_TELEMETRY_SDK_VERSION;
    exports2.ATTR_URL_FRAGMENT = ATTR_URL_FRAGMENT;
    exports2.ATTR_URL_FULL = ATTR_URL_FULL;
    exports2.ATTR_URL_PATH = ATTR_URL_PATH;
    exports2.ATTR_URL_QUERY = ATTR_URL_QUERY;
    exports2.ATTR_URL_SCHEME = ATTR_URL_SCHEME;
    exports2.ATTR_USER_AGENT_ORIGINAL = ATTR_USER_AGENT_ORIGINAL;
    exports2.DB_SYSTEM_NAME_VALUE_MARIADB = DB_SYSTEM_NAME_VALUE_MARIADB;
    exports2.DB_SYSTEM_NAME_VALUE_MICROSOFT_SQL_SERVER = DB_SYSTEM_NAME_VALUE_MICROSOFT_SQL_SERVER;
    exports2.DB_SYSTEM_NAME_VALUE_MYSQL = DB_SYSTEM_NAME_VALUE_MYSQL;
    exports2.DB_SYSTEM_NAME_VALUE_POSTGRESQL = DB_SYSTEM_NAME_VALUE_POSTGRESQL;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_DEVELOPMENT = DEPLOYMENT_ENVIRONMENT_NAME_VALUE_DEVELOPMENT;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_PRODUCTION = DEPLOYMENT_ENVIRONMENT_NAME_VALUE_PRODUCTION;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_STAGING = DEPLOYMENT_ENVIRONMENT_NAME_VALUE_STAGING;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_TEST = DEPLOYMENT_ENVIRONMENT_NAME_VALUE_TEST;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN0 = DOTNET_GC_HEAP_GENERATION_VALUE_GEN0;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN1 = DOTNET_GC_HEAP_GENERATION_VALUE_GEN1;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN2 = DOTNET_GC_HEAP_GENERATION_VALUE_GEN2;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_LOH = DOTNET_GC_HEAP_GENERATION_VALUE_LOH;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_POH = DOTNET_GC_HEAP_GENERATION_VALUE_POH;
    exports2.ERROR_TYPE_VALUE_OTHER = ERROR_TYPE_VALUE_OTHER;
    exports2.HTTP_REQUEST_METHOD_VALUE_CONNECT = HTTP_REQUEST_METHOD_VALUE_CONNECT;
    exports2.HTTP_REQUEST_METHOD_VALUE_DELETE = HTTP_REQUEST_METHOD_VALUE_DELETE;
    exports2.HTTP_REQUEST_METHOD_VALUE_GET = HTTP_REQUEST_METHOD_VALUE_GET;
    exports2.HTTP_REQUEST_METHOD_VALUE_HEAD = HTTP_REQUEST_METHOD_VALUE_HEAD;
    exports2.HTTP_REQUEST_METHOD_VALUE_OPTIONS = HTTP_REQUEST_METHOD_VALUE_OPTIONS;
    exports2.HTTP_REQUEST_METHOD_VALUE_OTHER = HTTP_REQUEST_METHOD_VALUE_OTHER;
    exports2.HTTP_REQUEST_METHOD_VALUE_PATCH = HTTP_REQUEST_METHOD_VALUE_PATCH;
    exports2.HTTP_REQUEST_METHOD_VALUE_POST = HTTP_REQUEST_METHOD_VALUE_POST;
    exports2.HTTP_REQUEST_METHOD_VALUE_PUT = HTTP_REQUEST_METHOD_VALUE_PUT;
    exports2.HTTP_REQUEST_METHOD_VALUE_TRACE = HTTP_REQUEST_METHOD_VALUE_TRACE;
    exports2.JVM_MEMORY_TYPE_VALUE_HEAP = JVM_MEMORY_TYPE_VALUE_HEAP;
    exports2.JVM_MEMORY_TYPE_VALUE_NON_HEAP = JVM_MEMORY_TYPE_VALUE_NON_HEAP;
    exports2.JVM_THREAD_STATE_VALUE_BLOCKED = JVM_THREAD_STATE_VALUE_BLOCKED;
    exports2.JVM_THREAD_STATE_VALUE_NEW = JVM_THREAD_STATE_VALUE_NEW;
    exports2.JVM_THREAD_STATE_VALUE_RUNNABLE = JVM_THREAD_STATE_VALUE_RUNNABLE;
    exports2.JVM_THREAD_STATE_VALUE_TERMINATED = JVM_THREAD_STATE_VALUE_TERMINATED;
    exports2.JVM_THREAD_STATE_VALUE_TIMED_WAITING = JVM_THREAD_STATE_VALUE_TIMED_WAITING;
    exports2.JVM_THREAD_STATE_VALUE_WAITING = JVM_THREAD_STATE_VALUE_WAITING;
    exports2.NETWORK_TRANSPORT_VALUE_PIPE = NETWORK_TRANSPORT_VALUE_PIPE;
    exports2.NETWORK_TRANSPORT_VALUE_QUIC = NETWORK_TRANSPORT_VALUE_QUIC;
    exports2.NETWORK_TRANSPORT_VALUE_TCP = NETWORK_TRANSPORT_VALUE_TCP;
    exports2.NETWORK_TRANSPORT_VALUE_UDP = NETWORK_TRANSPORT_VALUE_UDP;
    exports2.NETWORK_TRANSPORT_VALUE_UNIX = NETWORK_TRANSPORT_VALUE_UNIX;
    exports2.NETWORK_TYPE_VALUE_IPV4 = NETWORK_TYPE_VALUE_IPV4;
    exports2.NETWORK_TYPE_VALUE_IPV6 = NETWORK_TYPE_VALUE_IPV6;
    exports2.OTEL_STATUS_CODE_VALUE_ERROR = OTEL_STATUS_CODE_VALUE_ERROR;
    exports2.OTEL_STATUS_CODE_VALUE_OK = OTEL_STATUS_CODE_VALUE_OK;
    exports2.RPC_SYSTEM_NAME_VALUE_DUBBO = RPC_SYSTEM_NAME_VALUE_DUBBO;
    exports2.RPC_SYSTEM_NAME_VALUE_GRPC = RPC_SYSTEM_NAME_VALUE_GRPC;
    exports2.SIGNALR_CONNECTION_STATUS_VALUE_APP_SHUTDOWN = SIGNALR_CONNECTION_STATUS_VALUE_APP_SHUTDOWN;
    exports2.SIGNALR_CONNECTION_STATUS_VALUE_NORMAL_CLOSURE = SIGNALR_CONNECTION_STATUS_VALUE_NORMAL_CLOSURE;
    exports2.SIGNALR_CONNECTION_STATUS_VALUE_TIMEOUT = SIGNALR_CONNECTION_STATUS_VALUE_TIMEOUT;
    exports2.SIGNALR_TRANSPORT_VALUE_LONG_POLLING = SIGNALR_TRANSPORT_VALUE_LONG_POLLING;
    exports2.SIGNALR_TRANSPORT_VALUE_SERVER_SENT_EVENTS = SIGNALR_TRANSPORT_VALUE_SERVER_SENT_EVENTS;
    exports2.SIGNALR_TRANSPORT_VALUE_WEB_SOCKETS = SIGNALR_TRANSPORT_VALUE_WEB_SOCKETS;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_CPP = TELEMETRY_SDK_LANGUAGE_VALUE_CPP;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_DOTNET = TELEMETRY_SDK_LANGUAGE_VALUE_DOTNET;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_ERLANG = TELEMETRY_SDK_LANGUAGE_VALUE_ERLANG;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_GO = TELEMETRY_SDK_LANGUAGE_VALUE_GO;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_JAVA = TELEMETRY_SDK_LANGUAGE_VALUE_JAVA;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_KOTLIN = TELEMETRY_SDK_LANGUAGE_VALUE_KOTLIN;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_NODEJS = TELEMETRY_SDK_LANGUAGE_VALUE_NODEJS;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_PHP = TELEMETRY_SDK_LANGUAGE_VALUE_PHP;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_PYTHON = TELEMETRY_SDK_LANGUAGE_VALUE_PYTHON;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_RUBY = TELEMETRY_SDK_LANGUAGE_VALUE_RUBY;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_RUST = TELEMETRY_SDK_LANGUAGE_VALUE_RUST;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_SWIFT = TELEMETRY_SDK_LANGUAGE_VALUE_SWIFT;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_WEBJS = TELEMETRY_SDK_LANGUAGE_VALUE_WEBJS;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/stable_metrics.cjs
var require_stable_metrics = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/stable_metrics.cjs"(exports2) {
    var METRIC_ASPNETCORE_DIAGNOSTICS_EXCEPTIONS = "aspnetcore.diagnostics.exceptions";
    var METRIC_ASPNETCORE_RATE_LIMITING_ACTIVE_REQUEST_LEASES = "aspnetcore.rate_limiting.active_request_leases";
    var METRIC_ASPNETCORE_RATE_LIMITING_QUEUED_REQUESTS = "aspnetcore.rate_limiting.queued_requests";
    var METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_TIME_IN_QUEUE = "aspnetcore.rate_limiting.request.time_in_queue";
    var METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_LEASE_DURATION = "aspnetcore.rate_limiting.request_lease.duration";
    var METRIC_ASPNETCORE_RATE_LIMITING_REQUESTS = "aspnetcore.rate_limiting.requests";
    var METRIC_ASPNETCORE_ROUTING_MATCH_ATTEMPTS = "aspnetcore.routing.match_attempts";
    var METRIC_DB_CLIENT_OPERATION_DURATION = "db.client.operation.duration";
    var METRIC_DOTNET_ASSEMBLY_COUNT = "dotnet.assembly.count";
    var METRIC_DOTNET_EXCEPTIONS = "dotnet.exceptions";
    var METRIC_DOTNET_GC_COLLECTIONS = "dotnet.gc.collections";
    var METRIC_DOTNET_GC_HEAP_TOTAL_ALLOCATED = "dotnet.gc.heap.total_allocated";
    var METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE = "dotnet.gc.last_collection.heap.fragmentation.size";
    var METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_SIZE = "dotnet.gc.last_collection.heap.size";
    var METRIC_DOTNET_GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE = "dotnet.gc.last_collection.memory.committed_size";
    var METRIC_DOTNET_GC_PAUSE_TIME = "dotnet.gc.pause.time";
    var METRIC_DOTNET_JIT_COMPILATION_TIME = "dotnet.jit.compilation.time";
    var METRIC_DOTNET_JIT_COMPILED_IL_SIZE = "dotnet.jit.compiled_il.size";
    var METRIC_DOTNET_JIT_COMPILED_METHODS = "dotnet.jit.compiled_methods";
    var METRIC_DOTNET_MONITOR_LOCK_CONTENTIONS = "dotnet.monitor.lock_contentions";
    var METRIC_DOTNET_PROCESS_CPU_COUNT = "dotnet.process.cpu.count";
    var METRIC_DOTNET_PROCESS_CPU_TIME = "dotnet.process.cpu.time";
    var METRIC_DOTNET_PROCESS_MEMORY_WORKING_SET = "dotnet.process.memory.working_set";
    var METRIC_DOTNET_THREAD_POOL_QUEUE_LENGTH = "dotnet.thread_pool.queue.length";
    var METRIC_DOTNET_THREAD_POOL_THREAD_COUNT = "dotnet.thread_pool.thread.count";
    var METRIC_DOTNET_THREAD_POOL_WORK_ITEM_COUNT = "dotnet.thread_pool.work_item.count";
    var METRIC_DOTNET_TIMER_COUNT = "dotnet.timer.count";
    var METRIC_HTTP_CLIENT_REQUEST_DURATION = "http.client.request.duration";
    var METRIC_HTTP_SERVER_REQUEST_DURATION = "http.server.request.duration";
    var METRIC_JVM_CLASS_COUNT = "jvm.class.count";
    var METRIC_JVM_CLASS_LOADED = "jvm.class.loaded";
    var METRIC_JVM_CLASS_UNLOADED = "jvm.class.unloaded";
    var METRIC_JVM_CPU_COUNT = "jvm.cpu.count";
    var METRIC_JVM_CPU_RECENT_UTILIZATION = "jvm.cpu.recent_utilization";
    var METRIC_JVM_CPU_TIME = "jvm.cpu.time";
    var METRIC_JVM_GC_DURATION = "jvm.gc.duration";
    var METRIC_JVM_MEMORY_COMMITTED = "jvm.memory.committed";
    var METRIC_JVM_MEMORY_LIMIT = "jvm.memory.limit";
    var METRIC_JVM_MEMORY_USED = "jvm.memory.used";
    var METRIC_JVM_MEMORY_USED_AFTER_LAST_GC = "jvm.memory.used_after_last_gc";
    var METRIC_JVM_THREAD_COUNT = "jvm.thread.count";
    var METRIC_KESTREL_ACTIVE_CONNECTIONS = "kestrel.active_connections";
    var METRIC_KESTREL_ACTIVE_TLS_HANDSHAKES = "kestrel.active_tls_handshakes";
    var METRIC_KESTREL_CONNECTION_DURATION = "kestrel.connection.duration";
    var METRIC_KESTREL_QUEUED_CONNECTIONS = "kestrel.queued_connections";
    var METRIC_KESTREL_QUEUED_REQUESTS = "kestrel.queued_requests";
    var METRIC_KESTREL_REJECTED_CONNECTIONS = "kestrel.rejected_connections";
    var METRIC_KESTREL_TLS_HANDSHAKE_DURATION = "kestrel.tls_handshake.duration";
    var METRIC_KESTREL_UPGRADED_CONNECTIONS = "kestrel.upgraded_connections";
    var METRIC_RPC_CLIENT_CALL_DURATION = "rpc.client.call.duration";
    var METRIC_RPC_SERVER_CALL_DURATION = "rpc.server.call.duration";
    var METRIC_SIGNALR_SERVER_ACTIVE_CONNECTIONS = "signalr.server.active_connections";
    var METRIC_SIGNALR_SERVER_CONNECTION_DURATION = "signalr.server.connection.duration";
    exports2.METRIC_ASPNETCORE_DIAGNOSTICS_EXCEPTIONS = METRIC_ASPNETCORE_DIAGNOSTICS_EXCEPTIONS;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_ACTIVE_REQUEST_LEASES = METRIC_ASPNETCORE_RATE_LIMITING_ACTIVE_REQUEST_LEASES;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_QUEUED_REQUESTS = METRIC_ASPNETCORE_RATE_LIMITING_QUEUED_REQUESTS;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_REQUESTS = METRIC_ASPNETCORE_RATE_LIMITING_REQUESTS;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_LEASE_DURATION = METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_LEASE_DURATION;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_TIME_IN_QUEUE = METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_TIME_IN_QUEUE;
    exports2.METRIC_ASPNETCORE_ROUTING_MATCH_ATTEMPTS = METRIC_ASPNETCORE_ROUTING_MATCH_ATTEMPTS;
    exports2.METRIC_DB_CLIENT_OPERATION_DURATION = METRIC_DB_CLIENT_OPERATION_DURATION;
    exports2.METRIC_DOTNET_ASSEMBLY_COUNT = METRIC_DOTNET_ASSEMBLY_COUNT;
    exports2.METRIC_DOTNET_EXCEPTIONS = METRIC_DOTNET_EXCEPTIONS;
    exports2.METRIC_DOTNET_GC_COLLECTIONS = METRIC_DOTNET_GC_COLLECTIONS;
    exports2.METRIC_DOTNET_GC_HEAP_TOTAL_ALLOCATED = METRIC_DOTNET_GC_HEAP_TOTAL_ALLOCATED;
    exports2.METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE = METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE;
    exports2.METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_SIZE = METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_SIZE;
    exports2.METRIC_DOTNET_GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE = METRIC_DOTNET_GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE;
    exports2.METRIC_DOTNET_GC_PAUSE_TIME = METRIC_DOTNET_GC_PAUSE_TIME;
    exports2.METRIC_DOTNET_JIT_COMPILATION_TIME = METRIC_DOTNET_JIT_COMPILATION_TIME;
    exports2.METRIC_DOTNET_JIT_COMPILED_IL_SIZE = METRIC_DOTNET_JIT_COMPILED_IL_SIZE;
    exports2.METRIC_DOTNET_JIT_COMPILED_METHODS = METRIC_DOTNET_JIT_COMPILED_METHODS;
    exports2.METRIC_DOTNET_MONITOR_LOCK_CONTENTIONS = METRIC_DOTNET_MONITOR_LOCK_CONTENTIONS;
    exports2.METRIC_DOTNET_PROCESS_CPU_COUNT = METRIC_DOTNET_PROCESS_CPU_COUNT;
    exports2.METRIC_DOTNET_PROCESS_CPU_TIME = METRIC_DOTNET_PROCESS_CPU_TIME;
    exports2.METRIC_DOTNET_PROCESS_MEMORY_WORKING_SET = METRIC_DOTNET_PROCESS_MEMORY_WORKING_SET;
    exports2.METRIC_DOTNET_THREAD_POOL_QUEUE_LENGTH = METRIC_DOTNET_THREAD_POOL_QUEUE_LENGTH;
    exports2.METRIC_DOTNET_THREAD_POOL_THREAD_COUNT = METRIC_DOTNET_THREAD_POOL_THREAD_COUNT;
    exports2.METRIC_DOTNET_THREAD_POOL_WORK_ITEM_COUNT = METRIC_DOTNET_THREAD_POOL_WORK_ITEM_COUNT;
    exports2.METRIC_DOTNET_TIMER_COUNT = METRIC_DOTNET_TIMER_COUNT;
    exports2.METRIC_HTTP_CLIENT_REQUEST_DURATION = METRIC_HTTP_CLIENT_REQUEST_DURATION;
    exports2.METRIC_HTTP_SERVER_REQUEST_DURATION = METRIC_HTTP_SERVER_REQUEST_DURATION;
    exports2.METRIC_JVM_CLASS_COUNT = METRIC_JVM_CLASS_COUNT;
    exports2.METRIC_JVM_CLASS_LOADED = METRIC_JVM_CLASS_LOADED;
    exports2.METRIC_JVM_CLASS_UNLOADED = METRIC_JVM_CLASS_UNLOADED;
    exports2.METRIC_JVM_CPU_COUNT = METRIC_JVM_CPU_COUNT;
    exports2.METRIC_JVM_CPU_RECENT_UTILIZATION = METRIC_JVM_CPU_RECENT_UTILIZATION;
    exports2.METRIC_JVM_CPU_TIME = METRIC_JVM_CPU_TIME;
    exports2.METRIC_JVM_GC_DURATION = METRIC_JVM_GC_DURATION;
    exports2.METRIC_JVM_MEMORY_COMMITTED = METRIC_JVM_MEMORY_COMMITTED;
    exports2.METRIC_JVM_MEMORY_LIMIT = METRIC_JVM_MEMORY_LIMIT;
    exports2.METRIC_JVM_MEMORY_USED = METRIC_JVM_MEMORY_USED;
    exports2.METRIC_JVM_MEMORY_USED_AFTER_LAST_GC = METRIC_JVM_MEMORY_USED_AFTER_LAST_GC;
    exports2.METRIC_JVM_THREAD_COUNT = METRIC_JVM_THREAD_COUNT;
    exports2.METRIC_KESTREL_ACTIVE_CONNECTIONS = METRIC_KESTREL_ACTIVE_CONNECTIONS;
    exports2.METRIC_KESTREL_ACTIVE_TLS_HANDSHAKES = METRIC_KESTREL_ACTIVE_TLS_HANDSHAKES;
    exports2.METRIC_KESTREL_CONNECTION_DURATION = METRIC_KESTREL_CONNECTION_DURATION;
    exports2.METRIC_KESTREL_QUEUED_CONNECTIONS = METRIC_KESTREL_QUEUED_CONNECTIONS;
    exports2.METRIC_KESTREL_QUEUED_REQUESTS = METRIC_KESTREL_QUEUED_REQUESTS;
    exports2.METRIC_KESTREL_REJECTED_CONNECTIONS = METRIC_KESTREL_REJECTED_CONNECTIONS;
    exports2.METRIC_KESTREL_TLS_HANDSHAKE_DURATION = METRIC_KESTREL_TLS_HANDSHAKE_DURATION;
    exports2.METRIC_KESTREL_UPGRADED_CONNECTIONS = METRIC_KESTREL_UPGRADED_CONNECTIONS;
    exports2.METRIC_RPC_CLIENT_CALL_DURATION = METRIC_RPC_CLIENT_CALL_DURATION;
    exports2.METRIC_RPC_SERVER_CALL_DURATION = METRIC_RPC_SERVER_CALL_DURATION;
    exports2.METRIC_SIGNALR_SERVER_ACTIVE_CONNECTIONS = METRIC_SIGNALR_SERVER_ACTIVE_CONNECTIONS;
    exports2.METRIC_SIGNALR_SERVER_CONNECTION_DURATION = METRIC_SIGNALR_SERVER_CONNECTION_DURATION;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/stable_events.cjs
var require_stable_events = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/stable_events.cjs"(exports2) {
    var EVENT_EXCEPTION = "exception";
    exports2.EVENT_EXCEPTION = EVENT_EXCEPTION;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/index.cjs
var require_dist = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/semantic-conventions/dist/index.cjs"(exports2) {
    Object.defineProperty(exports2, Symbol.toStringTag, { value: "Module" });
    var require_SemanticAttributes2 = require_SemanticAttributes();
    var require_SemanticResourceAttributes2 = require_SemanticResourceAttributes();
    var require_stable_attributes2 = require_stable_attributes();
    var require_stable_metrics2 = require_stable_metrics();
    var require_stable_events2 = require_stable_events();
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_ABORTED = require_stable_attributes2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_ABORTED;
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_HANDLED = require_stable_attributes2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_HANDLED;
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_SKIPPED = require_stable_attributes2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_SKIPPED;
    exports2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_UNHANDLED = require_stable_attributes2.ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT_VALUE_UNHANDLED;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ACQUIRED = require_stable_attributes2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ACQUIRED;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ENDPOINT_LIMITER = require_stable_attributes2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_ENDPOINT_LIMITER;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_GLOBAL_LIMITER = require_stable_attributes2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_GLOBAL_LIMITER;
    exports2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_REQUEST_CANCELED = require_stable_attributes2.ASPNETCORE_RATE_LIMITING_RESULT_VALUE_REQUEST_CANCELED;
    exports2.ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_FAILURE = require_stable_attributes2.ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_FAILURE;
    exports2.ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_SUCCESS = require_stable_attributes2.ASPNETCORE_ROUTING_MATCH_STATUS_VALUE_SUCCESS;
    exports2.ATTR_ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT = require_stable_attributes2.ATTR_ASPNETCORE_DIAGNOSTICS_EXCEPTION_RESULT;
    exports2.ATTR_ASPNETCORE_DIAGNOSTICS_HANDLER_TYPE = require_stable_attributes2.ATTR_ASPNETCORE_DIAGNOSTICS_HANDLER_TYPE;
    exports2.ATTR_ASPNETCORE_RATE_LIMITING_POLICY = require_stable_attributes2.ATTR_ASPNETCORE_RATE_LIMITING_POLICY;
    exports2.ATTR_ASPNETCORE_RATE_LIMITING_RESULT = require_stable_attributes2.ATTR_ASPNETCORE_RATE_LIMITING_RESULT;
    exports2.ATTR_ASPNETCORE_REQUEST_IS_UNHANDLED = require_stable_attributes2.ATTR_ASPNETCORE_REQUEST_IS_UNHANDLED;
    exports2.ATTR_ASPNETCORE_ROUTING_IS_FALLBACK = require_stable_attributes2.ATTR_ASPNETCORE_ROUTING_IS_FALLBACK;
    exports2.ATTR_ASPNETCORE_ROUTING_MATCH_STATUS = require_stable_attributes2.ATTR_ASPNETCORE_ROUTING_MATCH_STATUS;
    exports2.ATTR_ASPNETCORE_USER_IS_AUTHENTICATED = require_stable_attributes2.ATTR_ASPNETCORE_USER_IS_AUTHENTICATED;
    exports2.ATTR_CLIENT_ADDRESS = require_stable_attributes2.ATTR_CLIENT_ADDRESS;
    exports2.ATTR_CLIENT_PORT = require_stable_attributes2.ATTR_CLIENT_PORT;
    exports2.ATTR_CODE_COLUMN_NUMBER = require_stable_attributes2.ATTR_CODE_COLUMN_NUMBER;
    exports2.ATTR_CODE_FILE_PATH = require_stable_attributes2.ATTR_CODE_FILE_PATH;
    exports2.ATTR_CODE_FUNCTION_NAME = require_stable_attributes2.ATTR_CODE_FUNCTION_NAME;
    exports2.ATTR_CODE_LINE_NUMBER = require_stable_attributes2.ATTR_CODE_LINE_NUMBER;
    exports2.ATTR_CODE_STACKTRACE = require_stable_attributes2.ATTR_CODE_STACKTRACE;
    exports2.ATTR_CONTAINER_ID = require_stable_attributes2.ATTR_CONTAINER_ID;
    exports2.ATTR_CONTAINER_IMAGE_NAME = require_stable_attributes2.ATTR_CONTAINER_IMAGE_NAME;
    exports2.ATTR_CONTAINER_IMAGE_REPO_DIGESTS = require_stable_attributes2.ATTR_CONTAINER_IMAGE_REPO_DIGESTS;
    exports2.ATTR_CONTAINER_IMAGE_TAGS = require_stable_attributes2.ATTR_CONTAINER_IMAGE_TAGS;
    exports2.ATTR_DB_COLLECTION_NAME = require_stable_attributes2.ATTR_DB_COLLECTION_NAME;
    exports2.ATTR_DB_NAMESPACE = require_stable_attributes2.ATTR_DB_NAMESPACE;
    exports2.ATTR_DB_OPERATION_BATCH_SIZE = require_stable_attributes2.ATTR_DB_OPERATION_BATCH_SIZE;
    exports2.ATTR_DB_OPERATION_NAME = require_stable_attributes2.ATTR_DB_OPERATION_NAME;
    exports2.ATTR_DB_QUERY_SUMMARY = require_stable_attributes2.ATTR_DB_QUERY_SUMMARY;
    exports2.ATTR_DB_QUERY_TEXT = require_stable_attributes2.ATTR_DB_QUERY_TEXT;
    exports2.ATTR_DB_RESPONSE_STATUS_CODE = require_stable_attributes2.ATTR_DB_RESPONSE_STATUS_CODE;
    exports2.ATTR_DB_STORED_PROCEDURE_NAME = require_stable_attributes2.ATTR_DB_STORED_PROCEDURE_NAME;
    exports2.ATTR_DB_SYSTEM_NAME = require_stable_attributes2.ATTR_DB_SYSTEM_NAME;
    exports2.ATTR_DEPLOYMENT_ENVIRONMENT_NAME = require_stable_attributes2.ATTR_DEPLOYMENT_ENVIRONMENT_NAME;
    exports2.ATTR_DOTNET_GC_HEAP_GENERATION = require_stable_attributes2.ATTR_DOTNET_GC_HEAP_GENERATION;
    exports2.ATTR_ERROR_TYPE = require_stable_attributes2.ATTR_ERROR_TYPE;
    exports2.ATTR_EXCEPTION_ESCAPED = require_stable_attributes2.ATTR_EXCEPTION_ESCAPED;
    exports2.ATTR_EXCEPTION_MESSAGE = require_stable_attributes2.ATTR_EXCEPTION_MESSAGE;
    exports2.ATTR_EXCEPTION_STACKTRACE = require_stable_attributes2.ATTR_EXCEPTION_STACKTRACE;
    exports2.ATTR_EXCEPTION_TYPE = require_stable_attributes2.ATTR_EXCEPTION_TYPE;
    exports2.ATTR_HTTP_REQUEST_HEADER = require_stable_attributes2.ATTR_HTTP_REQUEST_HEADER;
    exports2.ATTR_HTTP_REQUEST_METHOD = require_stable_attributes2.ATTR_HTTP_REQUEST_METHOD;
    exports2.ATTR_HTTP_REQUEST_METHOD_ORIGINAL = require_stable_attributes2.ATTR_HTTP_REQUEST_METHOD_ORIGINAL;
    exports2.ATTR_HTTP_REQUEST_RESEND_COUNT = require_stable_attributes2.ATTR_HTTP_REQUEST_RESEND_COUNT;
    exports2.ATTR_HTTP_RESPONSE_HEADER = require_stable_attributes2.ATTR_HTTP_RESPONSE_HEADER;
    exports2.ATTR_HTTP_RESPONSE_STATUS_CODE = require_stable_attributes2.ATTR_HTTP_RESPONSE_STATUS_CODE;
    exports2.ATTR_HTTP_ROUTE = require_stable_attributes2.ATTR_HTTP_ROUTE;
    exports2.ATTR_JVM_GC_ACTION = require_stable_attributes2.ATTR_JVM_GC_ACTION;
    exports2.ATTR_JVM_GC_NAME = require_stable_attributes2.ATTR_JVM_GC_NAME;
    exports2.ATTR_JVM_MEMORY_POOL_NAME = require_stable_attributes2.ATTR_JVM_MEMORY_POOL_NAME;
    exports2.ATTR_JVM_MEMORY_TYPE = require_stable_attributes2.ATTR_JVM_MEMORY_TYPE;
    exports2.ATTR_JVM_THREAD_DAEMON = require_stable_attributes2.ATTR_JVM_THREAD_DAEMON;
    exports2.ATTR_JVM_THREAD_STATE = require_stable_attributes2.ATTR_JVM_THREAD_STATE;
    exports2.ATTR_K8S_CLUSTER_NAME = require_stable_attributes2.ATTR_K8S_CLUSTER_NAME;
    exports2.ATTR_K8S_CLUSTER_UID = require_stable_attributes2.ATTR_K8S_CLUSTER_UID;
    exports2.ATTR_K8S_CONTAINER_NAME = require_stable_attributes2.ATTR_K8S_CONTAINER_NAME;
    exports2.ATTR_K8S_CONTAINER_RESTART_COUNT = require_stable_attributes2.ATTR_K8S_CONTAINER_RESTART_COUNT;
    exports2.ATTR_K8S_CRONJOB_ANNOTATION = require_stable_attributes2.ATTR_K8S_CRONJOB_ANNOTATION;
    exports2.ATTR_K8S_CRONJOB_LABEL = require_stable_attributes2.ATTR_K8S_CRONJOB_LABEL;
    exports2.ATTR_K8S_CRONJOB_NAME = require_stable_attributes2.ATTR_K8S_CRONJOB_NAME;
    exports2.ATTR_K8S_CRONJOB_UID = require_stable_attributes2.ATTR_K8S_CRONJOB_UID;
    exports2.ATTR_K8S_DAEMONSET_ANNOTATION = require_stable_attributes2.ATTR_K8S_DAEMONSET_ANNOTATION;
    exports2.ATTR_K8S_DAEMONSET_LABEL = require_stable_attributes2.ATTR_K8S_DAEMONSET_LABEL;
    exports2.ATTR_K8S_DAEMONSET_NAME = require_stable_attributes2.ATTR_K8S_DAEMONSET_NAME;
    exports2.ATTR_K8S_DAEMONSET_UID = require_stable_attributes2.ATTR_K8S_DAEMONSET_UID;
    exports2.ATTR_K8S_DEPLOYMENT_ANNOTATION = require_stable_attributes2.ATTR_K8S_DEPLOYMENT_ANNOTATION;
    exports2.ATTR_K8S_DEPLOYMENT_LABEL = require_stable_attributes2.ATTR_K8S_DEPLOYMENT_LABEL;
    exports2.ATTR_K8S_DEPLOYMENT_NAME = require_stable_attributes2.ATTR_K8S_DEPLOYMENT_NAME;
    exports2.ATTR_K8S_DEPLOYMENT_UID = require_stable_attributes2.ATTR_K8S_DEPLOYMENT_UID;
    exports2.ATTR_K8S_JOB_ANNOTATION = require_stable_attributes2.ATTR_K8S_JOB_ANNOTATION;
    exports2.ATTR_K8S_JOB_LABEL = require_stable_attributes2.ATTR_K8S_JOB_LABEL;
    exports2.ATTR_K8S_JOB_NAME = require_stable_attributes2.ATTR_K8S_JOB_NAME;
    exports2.ATTR_K8S_JOB_UID = require_stable_attributes2.ATTR_K8S_JOB_UID;
    exports2.ATTR_K8S_NAMESPACE_ANNOTATION = require_stable_attributes2.ATTR_K8S_NAMESPACE_ANNOTATION;
    exports2.ATTR_K8S_NAMESPACE_LABEL = require_stable_attributes2.ATTR_K8S_NAMESPACE_LABEL;
    exports2.ATTR_K8S_NAMESPACE_NAME = require_stable_attributes2.ATTR_K8S_NAMESPACE_NAME;
    exports2.ATTR_K8S_NODE_ANNOTATION = require_stable_attributes2.ATTR_K8S_NODE_ANNOTATION;
    exports2.ATTR_K8S_NODE_LABEL = require_stable_attributes2.ATTR_K8S_NODE_LABEL;
    exports2.ATTR_K8S_NODE_NAME = require_stable_attributes2.ATTR_K8S_NODE_NAME;
    exports2.ATTR_K8S_NODE_UID = require_stable_attributes2.ATTR_K8S_NODE_UID;
    exports2.ATTR_K8S_POD_ANNOTATION = require_stable_attributes2.ATTR_K8S_POD_ANNOTATION;
    exports2.ATTR_K8S_POD_HOSTNAME = require_stable_attributes2.ATTR_K8S_POD_HOSTNAME;
    exports2.ATTR_K8S_POD_IP = require_stable_attributes2.ATTR_K8S_POD_IP;
    exports2.ATTR_K8S_POD_LABEL = require_stable_attributes2.ATTR_K8S_POD_LABEL;
    exports2.ATTR_K8S_POD_NAME = require_stable_attributes2.ATTR_K8S_POD_NAME;
    exports2.ATTR_K8S_POD_START_TIME = require_stable_attributes2.ATTR_K8S_POD_START_TIME;
    exports2.ATTR_K8S_POD_UID = require_stable_attributes2.ATTR_K8S_POD_UID;
    exports2.ATTR_K8S_REPLICASET_ANNOTATION = require_stable_attributes2.ATTR_K8S_REPLICASET_ANNOTATION;
    exports2.ATTR_K8S_REPLICASET_LABEL = require_stable_attributes2.ATTR_K8S_REPLICASET_LABEL;
    exports2.ATTR_K8S_REPLICASET_NAME = require_stable_attributes2.ATTR_K8S_REPLICASET_NAME;
    exports2.ATTR_K8S_REPLICASET_UID = require_stable_attributes2.ATTR_K8S_REPLICASET_UID;
    exports2.ATTR_K8S_STATEFULSET_ANNOTATION = require_stable_attributes2.ATTR_K8S_STATEFULSET_ANNOTATION;
    exports2.ATTR_K8S_STATEFULSET_LABEL = require_stable_attributes2.ATTR_K8S_STATEFULSET_LABEL;
    exports2.ATTR_K8S_STATEFULSET_NAME = require_stable_attributes2.ATTR_K8S_STATEFULSET_NAME;
    exports2.ATTR_K8S_STATEFULSET_UID = require_stable_attributes2.ATTR_K8S_STATEFULSET_UID;
    exports2.ATTR_NETWORK_LOCAL_ADDRESS = require_stable_attributes2.ATTR_NETWORK_LOCAL_ADDRESS;
    exports2.ATTR_NETWORK_LOCAL_PORT = require_stable_attributes2.ATTR_NETWORK_LOCAL_PORT;
    exports2.ATTR_NETWORK_PEER_ADDRESS = require_stable_attributes2.ATTR_NETWORK_PEER_ADDRESS;
    exports2.ATTR_NETWORK_PEER_PORT = require_stable_attributes2.ATTR_NETWORK_PEER_PORT;
    exports2.ATTR_NETWORK_PROTOCOL_NAME = require_stable_attributes2.ATTR_NETWORK_PROTOCOL_NAME;
    exports2.ATTR_NETWORK_PROTOCOL_VERSION = require_stable_attributes2.ATTR_NETWORK_PROTOCOL_VERSION;
    exports2.ATTR_NETWORK_TRANSPORT = require_stable_attributes2.ATTR_NETWORK_TRANSPORT;
    exports2.ATTR_NETWORK_TYPE = require_stable_attributes2.ATTR_NETWORK_TYPE;
    exports2.ATTR_OTEL_EVENT_NAME = require_stable_attributes2.ATTR_OTEL_EVENT_NAME;
    exports2.ATTR_OTEL_SCOPE_NAME = require_stable_attributes2.ATTR_OTEL_SCOPE_NAME;
    exports2.ATTR_OTEL_SCOPE_VERSION = require_stable_attributes2.ATTR_OTEL_SCOPE_VERSION;
    exports2.ATTR_OTEL_STATUS_CODE = require_stable_attributes2.ATTR_OTEL_STATUS_CODE;
    exports2.ATTR_OTEL_STATUS_DESCRIPTION = require_stable_attributes2.ATTR_OTEL_STATUS_DESCRIPTION;
    exports2.ATTR_RPC_METHOD = require_stable_attributes2.ATTR_RPC_METHOD;
    exports2.ATTR_RPC_METHOD_ORIGINAL = require_stable_attributes2.ATTR_RPC_METHOD_ORIGINAL;
    exports2.ATTR_RPC_STATUS_CODE = require_stable_attributes2.ATTR_RPC_STATUS_CODE;
    exports2.ATTR_RPC_SYSTEM_NAME = require_stable_attributes2.ATTR_RPC_SYSTEM_NAME;
    exports2.ATTR_SERVER_ADDRESS = require_stable_attributes2.ATTR_SERVER_ADDRESS;
    exports2.ATTR_SERVER_PORT = require_stable_attributes2.ATTR_SERVER_PORT;
    exports2.ATTR_SERVICE_INSTANCE_ID = require_stable_attributes2.ATTR_SERVICE_INSTANCE_ID;
    exports2.ATTR_SERVICE_NAME = require_stable_attributes2.ATTR_SERVICE_NAME;
    exports2.ATTR_SERVICE_NAMESPACE = require_stable_attributes2.ATTR_SERVICE_NAMESPACE;
    exports2.ATTR_SERVICE_VERSION = require_stable_attributes2.ATTR_SERVICE_VERSION;
    exports2.ATTR_SIGNALR_CONNECTION_STATUS = require_stable_attributes2.ATTR_SIGNALR_CONNECTION_STATUS;
    exports2.ATTR_SIGNALR_TRANSPORT = require_stable_attributes2.ATTR_SIGNALR_TRANSPORT;
    exports2.ATTR_TELEMETRY_DISTRO_NAME = require_stable_attributes2.ATTR_TELEMETRY_DISTRO_NAME;
    exports2.ATTR_TELEMETRY_DISTRO_VERSION = require_stable_attributes2.ATTR_TELEMETRY_DISTRO_VERSION;
    exports2.ATTR_TELEMETRY_SDK_LANGUAGE = require_stable_attributes2.ATTR_TELEMETRY_SDK_LANGUAGE;
    exports2.ATTR_TELEMETRY_SDK_NAME = require_stable_attributes2.ATTR_TELEMETRY_SDK_NAME;
    exports2.ATTR_TELEMETRY_SDK_VERSION = require_stable_attributes2.ATTR_TELEMETRY_SDK_VERSION;
    exports2.ATTR_URL_FRAGMENT = require_stable_attributes2.ATTR_URL_FRAGMENT;
    exports2.ATTR_URL_FULL = require_stable_attributes2.ATTR_URL_FULL;
    exports2.ATTR_URL_PATH = require_stable_attributes2.ATTR_URL_PATH;
    exports2.ATTR_URL_QUERY = require_stable_attributes2.ATTR_URL_QUERY;
    exports2.ATTR_URL_SCHEME = require_stable_attributes2.ATTR_URL_SCHEME;
    exports2.ATTR_USER_AGENT_ORIGINAL = require_stable_attributes2.ATTR_USER_AGENT_ORIGINAL;
    exports2.AWSECSLAUNCHTYPEVALUES_EC2 = require_SemanticResourceAttributes2.AWSECSLAUNCHTYPEVALUES_EC2;
    exports2.AWSECSLAUNCHTYPEVALUES_FARGATE = require_SemanticResourceAttributes2.AWSECSLAUNCHTYPEVALUES_FARGATE;
    exports2.AwsEcsLaunchtypeValues = require_SemanticResourceAttributes2.AwsEcsLaunchtypeValues;
    exports2.CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_ALIBABA_CLOUD_ECS;
    exports2.CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_ALIBABA_CLOUD_FC;
    exports2.CLOUDPLATFORMVALUES_AWS_EC2 = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AWS_EC2;
    exports2.CLOUDPLATFORMVALUES_AWS_ECS = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AWS_ECS;
    exports2.CLOUDPLATFORMVALUES_AWS_EKS = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AWS_EKS;
    exports2.CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AWS_ELASTIC_BEANSTALK;
    exports2.CLOUDPLATFORMVALUES_AWS_LAMBDA = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AWS_LAMBDA;
    exports2.CLOUDPLATFORMVALUES_AZURE_AKS = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AZURE_AKS;
    exports2.CLOUDPLATFORMVALUES_AZURE_APP_SERVICE = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AZURE_APP_SERVICE;
    exports2.CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AZURE_CONTAINER_INSTANCES;
    exports2.CLOUDPLATFORMVALUES_AZURE_FUNCTIONS = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AZURE_FUNCTIONS;
    exports2.CLOUDPLATFORMVALUES_AZURE_VM = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_AZURE_VM;
    exports2.CLOUDPLATFORMVALUES_GCP_APP_ENGINE = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_GCP_APP_ENGINE;
    exports2.CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_GCP_CLOUD_FUNCTIONS;
    exports2.CLOUDPLATFORMVALUES_GCP_CLOUD_RUN = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_GCP_CLOUD_RUN;
    exports2.CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_GCP_COMPUTE_ENGINE;
    exports2.CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE = require_SemanticResourceAttributes2.CLOUDPLATFORMVALUES_GCP_KUBERNETES_ENGINE;
    exports2.CLOUDPROVIDERVALUES_ALIBABA_CLOUD = require_SemanticResourceAttributes2.CLOUDPROVIDERVALUES_ALIBABA_CLOUD;
    exports2.CLOUDPROVIDERVALUES_AWS = require_SemanticResourceAttributes2.CLOUDPROVIDERVALUES_AWS;
    exports2.CLOUDPROVIDERVALUES_AZURE = require_SemanticResourceAttributes2.CLOUDPROVIDERVALUES_AZURE;
    exports2.CLOUDPROVIDERVALUES_GCP = require_SemanticResourceAttributes2.CLOUDPROVIDERVALUES_GCP;
    exports2.CloudPlatformValues = require_SemanticResourceAttributes2.CloudPlatformValues;
    exports2.CloudProviderValues = require_SemanticResourceAttributes2.CloudProviderValues;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_ALL = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_ALL;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_ANY = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_ANY;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_EACH_QUORUM;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_ONE;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_QUORUM;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_LOCAL_SERIAL;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_ONE = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_ONE;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_QUORUM;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_SERIAL;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_THREE = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_THREE;
    exports2.DBCASSANDRACONSISTENCYLEVELVALUES_TWO = require_SemanticAttributes2.DBCASSANDRACONSISTENCYLEVELVALUES_TWO;
    exports2.DBSYSTEMVALUES_ADABAS = require_SemanticAttributes2.DBSYSTEMVALUES_ADABAS;
    exports2.DBSYSTEMVALUES_CACHE = require_SemanticAttributes2.DBSYSTEMVALUES_CACHE;
    exports2.DBSYSTEMVALUES_CASSANDRA = require_SemanticAttributes2.DBSYSTEMVALUES_CASSANDRA;
    exports2.DBSYSTEMVALUES_CLOUDSCAPE = require_SemanticAttributes2.DBSYSTEMVALUES_CLOUDSCAPE;
    exports2.DBSYSTEMVALUES_COCKROACHDB = require_SemanticAttributes2.DBSYSTEMVALUES_COCKROACHDB;
    exports2.DBSYSTEMVALUES_COLDFUSION = require_SemanticAttributes2.DBSYSTEMVALUES_COLDFUSION;
    exports2.DBSYSTEMVALUES_COSMOSDB = require_SemanticAttributes2.DBSYSTEMVALUES_COSMOSDB;
    exports2.DBSYSTEMVALUES_COUCHBASE = require_SemanticAttributes2.DBSYSTEMVALUES_COUCHBASE;
    exports2.DBSYSTEMVALUES_COUCHDB = require_SemanticAttributes2.DBSYSTEMVALUES_COUCHDB;
    exports2.DBSYSTEMVALUES_DB2 = require_SemanticAttributes2.DBSYSTEMVALUES_DB2;
    exports2.DBSYSTEMVALUES_DERBY = require_SemanticAttributes2.DBSYSTEMVALUES_DERBY;
    exports2.DBSYSTEMVALUES_DYNAMODB = require_SemanticAttributes2.DBSYSTEMVALUES_DYNAMODB;
    exports2.DBSYSTEMVALUES_EDB = require_SemanticAttributes2.DBSYSTEMVALUES_EDB;
    exports2.DBSYSTEMVALUES_ELASTICSEARCH = require_SemanticAttributes2.DBSYSTEMVALUES_ELASTICSEARCH;
    exports2.DBSYSTEMVALUES_FILEMAKER = require_SemanticAttributes2.DBSYSTEMVALUES_FILEMAKER;
    exports2.DBSYSTEMVALUES_FIREBIRD = require_SemanticAttributes2.DBSYSTEMVALUES_FIREBIRD;
    exports2.DBSYSTEMVALUES_FIRSTSQL = require_SemanticAttributes2.DBSYSTEMVALUES_FIRSTSQL;
    exports2.DBSYSTEMVALUES_GEODE = require_SemanticAttributes2.DBSYSTEMVALUES_GEODE;
    exports2.DBSYSTEMVALUES_H2 = require_SemanticAttributes2.DBSYSTEMVALUES_H2;
    exports2.DBSYSTEMVALUES_HANADB = require_SemanticAttributes2.DBSYSTEMVALUES_HANADB;
    exports2.DBSYSTEMVALUES_HBASE = require_SemanticAttributes2.DBSYSTEMVALUES_HBASE;
    exports2.DBSYSTEMVALUES_HIVE = require_SemanticAttributes2.DBSYSTEMVALUES_HIVE;
    exports2.DBSYSTEMVALUES_HSQLDB = require_SemanticAttributes2.DBSYSTEMVALUES_HSQLDB;
    exports2.DBSYSTEMVALUES_INFORMIX = require_SemanticAttributes2.DBSYSTEMVALUES_INFORMIX;
    exports2.DBSYSTEMVALUES_INGRES = require_SemanticAttributes2.DBSYSTEMVALUES_INGRES;
    exports2.DBSYSTEMVALUES_INSTANTDB = require_SemanticAttributes2.DBSYSTEMVALUES_INSTANTDB;
    exports2.DBSYSTEMVALUES_INTERBASE = require_SemanticAttributes2.DBSYSTEMVALUES_INTERBASE;
    exports2.DBSYSTEMVALUES_MARIADB = require_SemanticAttributes2.DBSYSTEMVALUES_MARIADB;
    exports2.DBSYSTEMVALUES_MAXDB = require_SemanticAttributes2.DBSYSTEMVALUES_MAXDB;
    exports2.DBSYSTEMVALUES_MEMCACHED = require_SemanticAttributes2.DBSYSTEMVALUES_MEMCACHED;
    exports2.DBSYSTEMVALUES_MONGODB = require_SemanticAttributes2.DBSYSTEMVALUES_MONGODB;
    exports2.DBSYSTEMVALUES_MSSQL = require_SemanticAttributes2.DBSYSTEMVALUES_MSSQL;
    exports2.DBSYSTEMVALUES_MYSQL = require_SemanticAttributes2.DBSYSTEMVALUES_MYSQL;
    exports2.DBSYSTEMVALUES_NEO4J = require_SemanticAttributes2.DBSYSTEMVALUES_NEO4J;
    exports2.DBSYSTEMVALUES_NETEZZA = require_SemanticAttributes2.DBSYSTEMVALUES_NETEZZA;
    exports2.DBSYSTEMVALUES_ORACLE = require_SemanticAttributes2.DBSYSTEMVALUES_ORACLE;
    exports2.DBSYSTEMVALUES_OTHER_SQL = require_SemanticAttributes2.DBSYSTEMVALUES_OTHER_SQL;
    exports2.DBSYSTEMVALUES_PERVASIVE = require_SemanticAttributes2.DBSYSTEMVALUES_PERVASIVE;
    exports2.DBSYSTEMVALUES_POINTBASE = require_SemanticAttributes2.DBSYSTEMVALUES_POINTBASE;
    exports2.DBSYSTEMVALUES_POSTGRESQL = require_SemanticAttributes2.DBSYSTEMVALUES_POSTGRESQL;
    exports2.DBSYSTEMVALUES_PROGRESS = require_SemanticAttributes2.DBSYSTEMVALUES_PROGRESS;
    exports2.DBSYSTEMVALUES_REDIS = require_SemanticAttributes2.DBSYSTEMVALUES_REDIS;
    exports2.DBSYSTEMVALUES_REDSHIFT = require_SemanticAttributes2.DBSYSTEMVALUES_REDSHIFT;
    exports2.DBSYSTEMVALUES_SQLITE = require_SemanticAttributes2.DBSYSTEMVALUES_SQLITE;
    exports2.DBSYSTEMVALUES_SYBASE = require_SemanticAttributes2.DBSYSTEMVALUES_SYBASE;
    exports2.DBSYSTEMVALUES_TERADATA = require_SemanticAttributes2.DBSYSTEMVALUES_TERADATA;
    exports2.DBSYSTEMVALUES_VERTICA = require_SemanticAttributes2.DBSYSTEMVALUES_VERTICA;
    exports2.DB_SYSTEM_NAME_VALUE_MARIADB = require_stable_attributes2.DB_SYSTEM_NAME_VALUE_MARIADB;
    exports2.DB_SYSTEM_NAME_VALUE_MICROSOFT_SQL_SERVER = require_stable_attributes2.DB_SYSTEM_NAME_VALUE_MICROSOFT_SQL_SERVER;
    exports2.DB_SYSTEM_NAME_VALUE_MYSQL = require_stable_attributes2.DB_SYSTEM_NAME_VALUE_MYSQL;
    exports2.DB_SYSTEM_NAME_VALUE_POSTGRESQL = require_stable_attributes2.DB_SYSTEM_NAME_VALUE_POSTGRESQL;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_DEVELOPMENT = require_stable_attributes2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_DEVELOPMENT;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_PRODUCTION = require_stable_attributes2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_PRODUCTION;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_STAGING = require_stable_attributes2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_STAGING;
    exports2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_TEST = require_stable_attributes2.DEPLOYMENT_ENVIRONMENT_NAME_VALUE_TEST;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN0 = require_stable_attributes2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN0;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN1 = require_stable_attributes2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN1;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN2 = require_stable_attributes2.DOTNET_GC_HEAP_GENERATION_VALUE_GEN2;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_LOH = require_stable_attributes2.DOTNET_GC_HEAP_GENERATION_VALUE_LOH;
    exports2.DOTNET_GC_HEAP_GENERATION_VALUE_POH = require_stable_attributes2.DOTNET_GC_HEAP_GENERATION_VALUE_POH;
    exports2.DbCassandraConsistencyLevelValues = require_SemanticAttributes2.DbCassandraConsistencyLevelValues;
    exports2.DbSystemValues = require_SemanticAttributes2.DbSystemValues;
    exports2.ERROR_TYPE_VALUE_OTHER = require_stable_attributes2.ERROR_TYPE_VALUE_OTHER;
    exports2.EVENT_EXCEPTION = require_stable_events2.EVENT_EXCEPTION;
    exports2.FAASDOCUMENTOPERATIONVALUES_DELETE = require_SemanticAttributes2.FAASDOCUMENTOPERATIONVALUES_DELETE;
    exports2.FAASDOCUMENTOPERATIONVALUES_EDIT = require_SemanticAttributes2.FAASDOCUMENTOPERATIONVALUES_EDIT;
    exports2.FAASDOCUMENTOPERATIONVALUES_INSERT = require_SemanticAttributes2.FAASDOCUMENTOPERATIONVALUES_INSERT;
    exports2.FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD = require_SemanticAttributes2.FAASINVOKEDPROVIDERVALUES_ALIBABA_CLOUD;
    exports2.FAASINVOKEDPROVIDERVALUES_AWS = require_SemanticAttributes2.FAASINVOKEDPROVIDERVALUES_AWS;
    exports2.FAASINVOKEDPROVIDERVALUES_AZURE = require_SemanticAttributes2.FAASINVOKEDPROVIDERVALUES_AZURE;
    exports2.FAASINVOKEDPROVIDERVALUES_GCP = require_SemanticAttributes2.FAASINVOKEDPROVIDERVALUES_GCP;
    exports2.FAASTRIGGERVALUES_DATASOURCE = require_SemanticAttributes2.FAASTRIGGERVALUES_DATASOURCE;
    exports2.FAASTRIGGERVALUES_HTTP = require_SemanticAttributes2.FAASTRIGGERVALUES_HTTP;
    exports2.FAASTRIGGERVALUES_OTHER = require_SemanticAttributes2.FAASTRIGGERVALUES_OTHER;
    exports2.FAASTRIGGERVALUES_PUBSUB = require_SemanticAttributes2.FAASTRIGGERVALUES_PUBSUB;
    exports2.FAASTRIGGERVALUES_TIMER = require_SemanticAttributes2.FAASTRIGGERVALUES_TIMER;
    exports2.FaasDocumentOperationValues = require_SemanticAttributes2.FaasDocumentOperationValues;
    exports2.FaasInvokedProviderValues = require_SemanticAttributes2.FaasInvokedProviderValues;
    exports2.FaasTriggerValues = require_SemanticAttributes2.FaasTriggerValues;
    exports2.HOSTARCHVALUES_AMD64 = require_SemanticResourceAttributes2.HOSTARCHVALUES_AMD64;
    exports2.HOSTARCHVALUES_ARM32 = require_SemanticResourceAttributes2.HOSTARCHVALUES_ARM32;
    exports2.HOSTARCHVALUES_ARM64 = require_SemanticResourceAttributes2.HOSTARCHVALUES_ARM64;
    exports2.HOSTARCHVALUES_IA64 = require_SemanticResourceAttributes2.HOSTARCHVALUES_IA64;
    exports2.HOSTARCHVALUES_PPC32 = require_SemanticResourceAttributes2.HOSTARCHVALUES_PPC32;
    exports2.HOSTARCHVALUES_PPC64 = require_SemanticResourceAttributes2.HOSTARCHVALUES_PPC64;
    exports2.HOSTARCHVALUES_X86 = require_SemanticResourceAttributes2.HOSTARCHVALUES_X86;
    exports2.HTTPFLAVORVALUES_HTTP_1_0 = require_SemanticAttributes2.HTTPFLAVORVALUES_HTTP_1_0;
    exports2.HTTPFLAVORVALUES_HTTP_1_1 = require_SemanticAttributes2.HTTPFLAVORVALUES_HTTP_1_1;
    exports2.HTTPFLAVORVALUES_HTTP_2_0 = require_SemanticAttributes2.HTTPFLAVORVALUES_HTTP_2_0;
    exports2.HTTPFLAVORVALUES_QUIC = require_SemanticAttributes2.HTTPFLAVORVALUES_QUIC;
    exports2.HTTPFLAVORVALUES_SPDY = require_SemanticAttributes2.HTTPFLAVORVALUES_SPDY;
    exports2.HTTP_REQUEST_METHOD_VALUE_CONNECT = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_CONNECT;
    exports2.HTTP_REQUEST_METHOD_VALUE_DELETE = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_DELETE;
    exports2.HTTP_REQUEST_METHOD_VALUE_GET = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_GET;
    exports2.HTTP_REQUEST_METHOD_VALUE_HEAD = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_HEAD;
    exports2.HTTP_REQUEST_METHOD_VALUE_OPTIONS = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_OPTIONS;
    exports2.HTTP_REQUEST_METHOD_VALUE_OTHER = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_OTHER;
    exports2.HTTP_REQUEST_METHOD_VALUE_PATCH = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_PATCH;
    exports2.HTTP_REQUEST_METHOD_VALUE_POST = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_POST;
    exports2.HTTP_REQUEST_METHOD_VALUE_PUT = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_PUT;
    exports2.HTTP_REQUEST_METHOD_VALUE_TRACE = require_stable_attributes2.HTTP_REQUEST_METHOD_VALUE_TRACE;
    exports2.HostArchValues = require_SemanticResourceAttributes2.HostArchValues;
    exports2.HttpFlavorValues = require_SemanticAttributes2.HttpFlavorValues;
    exports2.JVM_MEMORY_TYPE_VALUE_HEAP = require_stable_attributes2.JVM_MEMORY_TYPE_VALUE_HEAP;
    exports2.JVM_MEMORY_TYPE_VALUE_NON_HEAP = require_stable_attributes2.JVM_MEMORY_TYPE_VALUE_NON_HEAP;
    exports2.JVM_THREAD_STATE_VALUE_BLOCKED = require_stable_attributes2.JVM_THREAD_STATE_VALUE_BLOCKED;
    exports2.JVM_THREAD_STATE_VALUE_NEW = require_stable_attributes2.JVM_THREAD_STATE_VALUE_NEW;
    exports2.JVM_THREAD_STATE_VALUE_RUNNABLE = require_stable_attributes2.JVM_THREAD_STATE_VALUE_RUNNABLE;
    exports2.JVM_THREAD_STATE_VALUE_TERMINATED = require_stable_attributes2.JVM_THREAD_STATE_VALUE_TERMINATED;
    exports2.JVM_THREAD_STATE_VALUE_TIMED_WAITING = require_stable_attributes2.JVM_THREAD_STATE_VALUE_TIMED_WAITING;
    exports2.JVM_THREAD_STATE_VALUE_WAITING = require_stable_attributes2.JVM_THREAD_STATE_VALUE_WAITING;
    exports2.MESSAGETYPEVALUES_RECEIVED = require_SemanticAttributes2.MESSAGETYPEVALUES_RECEIVED;
    exports2.MESSAGETYPEVALUES_SENT = require_SemanticAttributes2.MESSAGETYPEVALUES_SENT;
    exports2.MESSAGINGDESTINATIONKINDVALUES_QUEUE = require_SemanticAttributes2.MESSAGINGDESTINATIONKINDVALUES_QUEUE;
    exports2.MESSAGINGDESTINATIONKINDVALUES_TOPIC = require_SemanticAttributes2.MESSAGINGDESTINATIONKINDVALUES_TOPIC;
    exports2.MESSAGINGOPERATIONVALUES_PROCESS = require_SemanticAttributes2.MESSAGINGOPERATIONVALUES_PROCESS;
    exports2.MESSAGINGOPERATIONVALUES_RECEIVE = require_SemanticAttributes2.MESSAGINGOPERATIONVALUES_RECEIVE;
    exports2.METRIC_ASPNETCORE_DIAGNOSTICS_EXCEPTIONS = require_stable_metrics2.METRIC_ASPNETCORE_DIAGNOSTICS_EXCEPTIONS;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_ACTIVE_REQUEST_LEASES = require_stable_metrics2.METRIC_ASPNETCORE_RATE_LIMITING_ACTIVE_REQUEST_LEASES;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_QUEUED_REQUESTS = require_stable_metrics2.METRIC_ASPNETCORE_RATE_LIMITING_QUEUED_REQUESTS;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_REQUESTS = require_stable_metrics2.METRIC_ASPNETCORE_RATE_LIMITING_REQUESTS;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_LEASE_DURATION = require_stable_metrics2.METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_LEASE_DURATION;
    exports2.METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_TIME_IN_QUEUE = require_stable_metrics2.METRIC_ASPNETCORE_RATE_LIMITING_REQUEST_TIME_IN_QUEUE;
    exports2.METRIC_ASPNETCORE_ROUTING_MATCH_ATTEMPTS = require_stable_metrics2.METRIC_ASPNETCORE_ROUTING_MATCH_ATTEMPTS;
    exports2.METRIC_DB_CLIENT_OPERATION_DURATION = require_stable_metrics2.METRIC_DB_CLIENT_OPERATION_DURATION;
    exports2.METRIC_DOTNET_ASSEMBLY_COUNT = require_stable_metrics2.METRIC_DOTNET_ASSEMBLY_COUNT;
    exports2.METRIC_DOTNET_EXCEPTIONS = require_stable_metrics2.METRIC_DOTNET_EXCEPTIONS;
    exports2.METRIC_DOTNET_GC_COLLECTIONS = require_stable_metrics2.METRIC_DOTNET_GC_COLLECTIONS;
    exports2.METRIC_DOTNET_GC_HEAP_TOTAL_ALLOCATED = require_stable_metrics2.METRIC_DOTNET_GC_HEAP_TOTAL_ALLOCATED;
    exports2.METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE = require_stable_metrics2.METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE;
    exports2.METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_SIZE = require_stable_metrics2.METRIC_DOTNET_GC_LAST_COLLECTION_HEAP_SIZE;
    exports2.METRIC_DOTNET_GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE = require_stable_metrics2.METRIC_DOTNET_GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE;
    exports2.METRIC_DOTNET_GC_PAUSE_TIME = require_stable_metrics2.METRIC_DOTNET_GC_PAUSE_TIME;
    exports2.METRIC_DOTNET_JIT_COMPILATION_TIME = require_stable_metrics2.METRIC_DOTNET_JIT_COMPILATION_TIME;
    exports2.METRIC_DOTNET_JIT_COMPILED_IL_SIZE = require_stable_metrics2.METRIC_DOTNET_JIT_COMPILED_IL_SIZE;
    exports2.METRIC_DOTNET_JIT_COMPILED_METHODS = require_stable_metrics2.METRIC_DOTNET_JIT_COMPILED_METHODS;
    exports2.METRIC_DOTNET_MONITOR_LOCK_CONTENTIONS = require_stable_metrics2.METRIC_DOTNET_MONITOR_LOCK_CONTENTIONS;
    exports2.METRIC_DOTNET_PROCESS_CPU_COUNT = require_stable_metrics2.METRIC_DOTNET_PROCESS_CPU_COUNT;
    exports2.METRIC_DOTNET_PROCESS_CPU_TIME = require_stable_metrics2.METRIC_DOTNET_PROCESS_CPU_TIME;
    exports2.METRIC_DOTNET_PROCESS_MEMORY_WORKING_SET = require_stable_metrics2.METRIC_DOTNET_PROCESS_MEMORY_WORKING_SET;
    exports2.METRIC_DOTNET_THREAD_POOL_QUEUE_LENGTH = require_stable_metrics2.METRIC_DOTNET_THREAD_POOL_QUEUE_LENGTH;
    exports2.METRIC_DOTNET_THREAD_POOL_THREAD_COUNT = require_stable_metrics2.METRIC_DOTNET_THREAD_POOL_THREAD_COUNT;
    exports2.METRIC_DOTNET_THREAD_POOL_WORK_ITEM_COUNT = require_stable_metrics2.METRIC_DOTNET_THREAD_POOL_WORK_ITEM_COUNT;
    exports2.METRIC_DOTNET_TIMER_COUNT = require_stable_metrics2.METRIC_DOTNET_TIMER_COUNT;
    exports2.METRIC_HTTP_CLIENT_REQUEST_DURATION = require_stable_metrics2.METRIC_HTTP_CLIENT_REQUEST_DURATION;
    exports2.METRIC_HTTP_SERVER_REQUEST_DURATION = require_stable_metrics2.METRIC_HTTP_SERVER_REQUEST_DURATION;
    exports2.METRIC_JVM_CLASS_COUNT = require_stable_metrics2.METRIC_JVM_CLASS_COUNT;
    exports2.METRIC_JVM_CLASS_LOADED = require_stable_metrics2.METRIC_JVM_CLASS_LOADED;
    exports2.METRIC_JVM_CLASS_UNLOADED = require_stable_metrics2.METRIC_JVM_CLASS_UNLOADED;
    exports2.METRIC_JVM_CPU_COUNT = require_stable_metrics2.METRIC_JVM_CPU_COUNT;
    exports2.METRIC_JVM_CPU_RECENT_UTILIZATION = require_stable_metrics2.METRIC_JVM_CPU_RECENT_UTILIZATION;
    exports2.METRIC_JVM_CPU_TIME = require_stable_metrics2.METRIC_JVM_CPU_TIME;
    exports2.METRIC_JVM_GC_DURATION = require_stable_metrics2.METRIC_JVM_GC_DURATION;
    exports2.METRIC_JVM_MEMORY_COMMITTED = require_stable_metrics2.METRIC_JVM_MEMORY_COMMITTED;
    exports2.METRIC_JVM_MEMORY_LIMIT = require_stable_metrics2.METRIC_JVM_MEMORY_LIMIT;
    exports2.METRIC_JVM_MEMORY_USED = require_stable_metrics2.METRIC_JVM_MEMORY_USED;
    exports2.METRIC_JVM_MEMORY_USED_AFTER_LAST_GC = require_stable_metrics2.METRIC_JVM_MEMORY_USED_AFTER_LAST_GC;
    exports2.METRIC_JVM_THREAD_COUNT = require_stable_metrics2.METRIC_JVM_THREAD_COUNT;
    exports2.METRIC_KESTREL_ACTIVE_CONNECTIONS = require_stable_metrics2.METRIC_KESTREL_ACTIVE_CONNECTIONS;
    exports2.METRIC_KESTREL_ACTIVE_TLS_HANDSHAKES = require_stable_metrics2.METRIC_KESTREL_ACTIVE_TLS_HANDSHAKES;
    exports2.METRIC_KESTREL_CONNECTION_DURATION = require_stable_metrics2.METRIC_KESTREL_CONNECTION_DURATION;
    exports2.METRIC_KESTREL_QUEUED_CONNECTIONS = require_stable_metrics2.METRIC_KESTREL_QUEUED_CONNECTIONS;
    exports2.METRIC_KESTREL_QUEUED_REQUESTS = require_stable_metrics2.METRIC_KESTREL_QUEUED_REQUESTS;
    exports2.METRIC_KESTREL_REJECTED_CONNECTIONS = require_stable_metrics2.METRIC_KESTREL_REJECTED_CONNECTIONS;
    exports2.METRIC_KESTREL_TLS_HANDSHAKE_DURATION = require_stable_metrics2.METRIC_KESTREL_TLS_HANDSHAKE_DURATION;
    exports2.METRIC_KESTREL_UPGRADED_CONNECTIONS = require_stable_metrics2.METRIC_KESTREL_UPGRADED_CONNECTIONS;
    exports2.METRIC_RPC_CLIENT_CALL_DURATION = require_stable_metrics2.METRIC_RPC_CLIENT_CALL_DURATION;
    exports2.METRIC_RPC_SERVER_CALL_DURATION = require_stable_metrics2.METRIC_RPC_SERVER_CALL_DURATION;
    exports2.METRIC_SIGNALR_SERVER_ACTIVE_CONNECTIONS = require_stable_metrics2.METRIC_SIGNALR_SERVER_ACTIVE_CONNECTIONS;
    exports2.METRIC_SIGNALR_SERVER_CONNECTION_DURATION = require_stable_metrics2.METRIC_SIGNALR_SERVER_CONNECTION_DURATION;
    exports2.MessageTypeValues = require_SemanticAttributes2.MessageTypeValues;
    exports2.MessagingDestinationKindValues = require_SemanticAttributes2.MessagingDestinationKindValues;
    exports2.MessagingOperationValues = require_SemanticAttributes2.MessagingOperationValues;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_CDMA = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_CDMA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_CDMA2000_1XRTT;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EDGE = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_EDGE;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_EHRPD;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0 = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_0;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_A;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_EVDO_B;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_GPRS = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_GPRS;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_GSM = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_GSM;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_HSDPA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSPA = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_HSPA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_HSPAP;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_HSUPA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_IDEN = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_IDEN;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_IWLAN;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_LTE = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_LTE;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_LTE_CA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_NR = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_NR;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_NRNSA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_TD_SCDMA;
    exports2.NETHOSTCONNECTIONSUBTYPEVALUES_UMTS = require_SemanticAttributes2.NETHOSTCONNECTIONSUBTYPEVALUES_UMTS;
    exports2.NETHOSTCONNECTIONTYPEVALUES_CELL = require_SemanticAttributes2.NETHOSTCONNECTIONTYPEVALUES_CELL;
    exports2.NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE = require_SemanticAttributes2.NETHOSTCONNECTIONTYPEVALUES_UNAVAILABLE;
    exports2.NETHOSTCONNECTIONTYPEVALUES_UNKNOWN = require_SemanticAttributes2.NETHOSTCONNECTIONTYPEVALUES_UNKNOWN;
    exports2.NETHOSTCONNECTIONTYPEVALUES_WIFI = require_SemanticAttributes2.NETHOSTCONNECTIONTYPEVALUES_WIFI;
    exports2.NETHOSTCONNECTIONTYPEVALUES_WIRED = require_SemanticAttributes2.NETHOSTCONNECTIONTYPEVALUES_WIRED;
    exports2.NETTRANSPORTVALUES_INPROC = require_SemanticAttributes2.NETTRANSPORTVALUES_INPROC;
    exports2.NETTRANSPORTVALUES_IP = require_SemanticAttributes2.NETTRANSPORTVALUES_IP;
    exports2.NETTRANSPORTVALUES_IP_TCP = require_SemanticAttributes2.NETTRANSPORTVALUES_IP_TCP;
    exports2.NETTRANSPORTVALUES_IP_UDP = require_SemanticAttributes2.NETTRANSPORTVALUES_IP_UDP;
    exports2.NETTRANSPORTVALUES_OTHER = require_SemanticAttributes2.NETTRANSPORTVALUES_OTHER;
    exports2.NETTRANSPORTVALUES_PIPE = require_SemanticAttributes2.NETTRANSPORTVALUES_PIPE;
    exports2.NETTRANSPORTVALUES_UNIX = require_SemanticAttributes2.NETTRANSPORTVALUES_UNIX;
    exports2.NETWORK_TRANSPORT_VALUE_PIPE = require_stable_attributes2.NETWORK_TRANSPORT_VALUE_PIPE;
    exports2.NETWORK_TRANSPORT_VALUE_QUIC = require_stable_attributes2.NETWORK_TRANSPORT_VALUE_QUIC;
    exports2.NETWORK_TRANSPORT_VALUE_TCP = require_stable_attributes2.NETWORK_TRANSPORT_VALUE_TCP;
    exports2.NETWORK_TRANSPORT_VALUE_UDP = require_stable_attributes2.NETWORK_TRANSPORT_VALUE_UDP;
    exports2.NETWORK_TRANSPORT_VALUE_UNIX = require_stable_attributes2.NETWORK_TRANSPORT_VALUE_UNIX;
    exports2.NETWORK_TYPE_VALUE_IPV4 = require_stable_attributes2.NETWORK_TYPE_VALUE_IPV4;
    exports2.NETWORK_TYPE_VALUE_IPV6 = require_stable_attributes2.NETWORK_TYPE_VALUE_IPV6;
    exports2.NetHostConnectionSubtypeValues = require_SemanticAttributes2.NetHostConnectionSubtypeValues;
    exports2.NetHostConnectionTypeValues = require_SemanticAttributes2.NetHostConnectionTypeValues;
    exports2.NetTransportValues = require_SemanticAttributes2.NetTransportValues;
    exports2.OSTYPEVALUES_AIX = require_SemanticResourceAttributes2.OSTYPEVALUES_AIX;
    exports2.OSTYPEVALUES_DARWIN = require_SemanticResourceAttributes2.OSTYPEVALUES_DARWIN;
    exports2.OSTYPEVALUES_DRAGONFLYBSD = require_SemanticResourceAttributes2.OSTYPEVALUES_DRAGONFLYBSD;
    exports2.OSTYPEVALUES_FREEBSD = require_SemanticResourceAttributes2.OSTYPEVALUES_FREEBSD;
    exports2.OSTYPEVALUES_HPUX = require_SemanticResourceAttributes2.OSTYPEVALUES_HPUX;
    exports2.OSTYPEVALUES_LINUX = require_SemanticResourceAttributes2.OSTYPEVALUES_LINUX;
    exports2.OSTYPEVALUES_NETBSD = require_SemanticResourceAttributes2.OSTYPEVALUES_NETBSD;
    exports2.OSTYPEVALUES_OPENBSD = require_SemanticResourceAttributes2.OSTYPEVALUES_OPENBSD;
    exports2.OSTYPEVALUES_SOLARIS = require_SemanticResourceAttributes2.OSTYPEVALUES_SOLARIS;
    exports2.OSTYPEVALUES_WINDOWS = require_SemanticResourceAttributes2.OSTYPEVALUES_WINDOWS;
    exports2.OSTYPEVALUES_Z_OS = require_SemanticResourceAttributes2.OSTYPEVALUES_Z_OS;
    exports2.OTEL_STATUS_CODE_VALUE_ERROR = require_stable_attributes2.OTEL_STATUS_CODE_VALUE_ERROR;
    exports2.OTEL_STATUS_CODE_VALUE_OK = require_stable_attributes2.OTEL_STATUS_CODE_VALUE_OK;
    exports2.OsTypeValues = require_SemanticResourceAttributes2.OsTypeValues;
    exports2.RPCGRPCSTATUSCODEVALUES_ABORTED = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_ABORTED;
    exports2.RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_ALREADY_EXISTS;
    exports2.RPCGRPCSTATUSCODEVALUES_CANCELLED = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_CANCELLED;
    exports2.RPCGRPCSTATUSCODEVALUES_DATA_LOSS = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_DATA_LOSS;
    exports2.RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_DEADLINE_EXCEEDED;
    exports2.RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_FAILED_PRECONDITION;
    exports2.RPCGRPCSTATUSCODEVALUES_INTERNAL = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_INTERNAL;
    exports2.RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_INVALID_ARGUMENT;
    exports2.RPCGRPCSTATUSCODEVALUES_NOT_FOUND = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_NOT_FOUND;
    exports2.RPCGRPCSTATUSCODEVALUES_OK = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_OK;
    exports2.RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_OUT_OF_RANGE;
    exports2.RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_PERMISSION_DENIED;
    exports2.RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_RESOURCE_EXHAUSTED;
    exports2.RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_UNAUTHENTICATED;
    exports2.RPCGRPCSTATUSCODEVALUES_UNAVAILABLE = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_UNAVAILABLE;
    exports2.RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_UNIMPLEMENTED;
    exports2.RPCGRPCSTATUSCODEVALUES_UNKNOWN = require_SemanticAttributes2.RPCGRPCSTATUSCODEVALUES_UNKNOWN;
    exports2.RPC_SYSTEM_NAME_VALUE_DUBBO = require_stable_attributes2.RPC_SYSTEM_NAME_VALUE_DUBBO;
    exports2.RPC_SYSTEM_NAME_VALUE_GRPC = require_stable_attributes2.RPC_SYSTEM_NAME_VALUE_GRPC;
    exports2.RpcGrpcStatusCodeValues = require_SemanticAttributes2.RpcGrpcStatusCodeValues;
    exports2.SEMATTRS_AWS_DYNAMODB_ATTRIBUTES_TO_GET = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_ATTRIBUTES_TO_GET;
    exports2.SEMATTRS_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_ATTRIBUTE_DEFINITIONS;
    exports2.SEMATTRS_AWS_DYNAMODB_CONSISTENT_READ = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_CONSISTENT_READ;
    exports2.SEMATTRS_AWS_DYNAMODB_CONSUMED_CAPACITY = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_CONSUMED_CAPACITY;
    exports2.SEMATTRS_AWS_DYNAMODB_COUNT = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_COUNT;
    exports2.SEMATTRS_AWS_DYNAMODB_EXCLUSIVE_START_TABLE = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_EXCLUSIVE_START_TABLE;
    exports2.SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEXES;
    exports2.SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_GLOBAL_SECONDARY_INDEX_UPDATES;
    exports2.SEMATTRS_AWS_DYNAMODB_INDEX_NAME = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_INDEX_NAME;
    exports2.SEMATTRS_AWS_DYNAMODB_ITEM_COLLECTION_METRICS = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_ITEM_COLLECTION_METRICS;
    exports2.SEMATTRS_AWS_DYNAMODB_LIMIT = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_LIMIT;
    exports2.SEMATTRS_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_LOCAL_SECONDARY_INDEXES;
    exports2.SEMATTRS_AWS_DYNAMODB_PROJECTION = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_PROJECTION;
    exports2.SEMATTRS_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_PROVISIONED_READ_CAPACITY;
    exports2.SEMATTRS_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_PROVISIONED_WRITE_CAPACITY;
    exports2.SEMATTRS_AWS_DYNAMODB_SCANNED_COUNT = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_SCANNED_COUNT;
    exports2.SEMATTRS_AWS_DYNAMODB_SCAN_FORWARD = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_SCAN_FORWARD;
    exports2.SEMATTRS_AWS_DYNAMODB_SEGMENT = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_SEGMENT;
    exports2.SEMATTRS_AWS_DYNAMODB_SELECT = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_SELECT;
    exports2.SEMATTRS_AWS_DYNAMODB_TABLE_COUNT = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_TABLE_COUNT;
    exports2.SEMATTRS_AWS_DYNAMODB_TABLE_NAMES = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_TABLE_NAMES;
    exports2.SEMATTRS_AWS_DYNAMODB_TOTAL_SEGMENTS = require_SemanticAttributes2.SEMATTRS_AWS_DYNAMODB_TOTAL_SEGMENTS;
    exports2.SEMATTRS_AWS_LAMBDA_INVOKED_ARN = require_SemanticAttributes2.SEMATTRS_AWS_LAMBDA_INVOKED_ARN;
    exports2.SEMATTRS_CODE_FILEPATH = require_SemanticAttributes2.SEMATTRS_CODE_FILEPATH;
    exports2.SEMATTRS_CODE_FUNCTION = require_SemanticAttributes2.SEMATTRS_CODE_FUNCTION;
    exports2.SEMATTRS_CODE_LINENO = require_SemanticAttributes2.SEMATTRS_CODE_LINENO;
    exports2.SEMATTRS_CODE_NAMESPACE = require_SemanticAttributes2.SEMATTRS_CODE_NAMESPACE;
    exports2.SEMATTRS_DB_CASSANDRA_CONSISTENCY_LEVEL = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_CONSISTENCY_LEVEL;
    exports2.SEMATTRS_DB_CASSANDRA_COORDINATOR_DC = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_COORDINATOR_DC;
    exports2.SEMATTRS_DB_CASSANDRA_COORDINATOR_ID = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_COORDINATOR_ID;
    exports2.SEMATTRS_DB_CASSANDRA_IDEMPOTENCE = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_IDEMPOTENCE;
    exports2.SEMATTRS_DB_CASSANDRA_KEYSPACE = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_KEYSPACE;
    exports2.SEMATTRS_DB_CASSANDRA_PAGE_SIZE = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_PAGE_SIZE;
    exports2.SEMATTRS_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_SPECULATIVE_EXECUTION_COUNT;
    exports2.SEMATTRS_DB_CASSANDRA_TABLE = require_SemanticAttributes2.SEMATTRS_DB_CASSANDRA_TABLE;
    exports2.SEMATTRS_DB_CONNECTION_STRING = require_SemanticAttributes2.SEMATTRS_DB_CONNECTION_STRING;
    exports2.SEMATTRS_DB_HBASE_NAMESPACE = require_SemanticAttributes2.SEMATTRS_DB_HBASE_NAMESPACE;
    exports2.SEMATTRS_DB_JDBC_DRIVER_CLASSNAME = require_SemanticAttributes2.SEMATTRS_DB_JDBC_DRIVER_CLASSNAME;
    exports2.SEMATTRS_DB_MONGODB_COLLECTION = require_SemanticAttributes2.SEMATTRS_DB_MONGODB_COLLECTION;
    exports2.SEMATTRS_DB_MSSQL_INSTANCE_NAME = require_SemanticAttributes2.SEMATTRS_DB_MSSQL_INSTANCE_NAME;
    exports2.SEMATTRS_DB_NAME = require_SemanticAttributes2.SEMATTRS_DB_NAME;
    exports2.SEMATTRS_DB_OPERATION = require_SemanticAttributes2.SEMATTRS_DB_OPERATION;
    exports2.SEMATTRS_DB_REDIS_DATABASE_INDEX = require_SemanticAttributes2.SEMATTRS_DB_REDIS_DATABASE_INDEX;
    exports2.SEMATTRS_DB_SQL_TABLE = require_SemanticAttributes2.SEMATTRS_DB_SQL_TABLE;
    exports2.SEMATTRS_DB_STATEMENT = require_SemanticAttributes2.SEMATTRS_DB_STATEMENT;
    exports2.SEMATTRS_DB_SYSTEM = require_SemanticAttributes2.SEMATTRS_DB_SYSTEM;
    exports2.SEMATTRS_DB_USER = require_SemanticAttributes2.SEMATTRS_DB_USER;
    exports2.SEMATTRS_ENDUSER_ID = require_SemanticAttributes2.SEMATTRS_ENDUSER_ID;
    exports2.SEMATTRS_ENDUSER_ROLE = require_SemanticAttributes2.SEMATTRS_ENDUSER_ROLE;
    exports2.SEMATTRS_ENDUSER_SCOPE = require_SemanticAttributes2.SEMATTRS_ENDUSER_SCOPE;
    exports2.SEMATTRS_EXCEPTION_ESCAPED = require_SemanticAttributes2.SEMATTRS_EXCEPTION_ESCAPED;
    exports2.SEMATTRS_EXCEPTION_MESSAGE = require_SemanticAttributes2.SEMATTRS_EXCEPTION_MESSAGE;
    exports2.SEMATTRS_EXCEPTION_STACKTRACE = require_SemanticAttributes2.SEMATTRS_EXCEPTION_STACKTRACE;
    exports2.SEMATTRS_EXCEPTION_TYPE = require_SemanticAttributes2.SEMATTRS_EXCEPTION_TYPE;
    exports2.SEMATTRS_FAAS_COLDSTART = require_SemanticAttributes2.SEMATTRS_FAAS_COLDSTART;
    exports2.SEMATTRS_FAAS_CRON = require_SemanticAttributes2.SEMATTRS_FAAS_CRON;
    exports2.SEMATTRS_FAAS_DOCUMENT_COLLECTION = require_SemanticAttributes2.SEMATTRS_FAAS_DOCUMENT_COLLECTION;
    exports2.SEMATTRS_FAAS_DOCUMENT_NAME = require_SemanticAttributes2.SEMATTRS_FAAS_DOCUMENT_NAME;
    exports2.SEMATTRS_FAAS_DOCUMENT_OPERATION = require_SemanticAttributes2.SEMATTRS_FAAS_DOCUMENT_OPERATION;
    exports2.SEMATTRS_FAAS_DOCUMENT_TIME = require_SemanticAttributes2.SEMATTRS_FAAS_DOCUMENT_TIME;
    exports2.SEMATTRS_FAAS_EXECUTION = require_SemanticAttributes2.SEMATTRS_FAAS_EXECUTION;
    exports2.SEMATTRS_FAAS_INVOKED_NAME = require_SemanticAttributes2.SEMATTRS_FAAS_INVOKED_NAME;
    exports2.SEMATTRS_FAAS_INVOKED_PROVIDER = require_SemanticAttributes2.SEMATTRS_FAAS_INVOKED_PROVIDER;
    exports2.SEMATTRS_FAAS_INVOKED_REGION = require_SemanticAttributes2.SEMATTRS_FAAS_INVOKED_REGION;
    exports2.SEMATTRS_FAAS_TIME = require_SemanticAttributes2.SEMATTRS_FAAS_TIME;
    exports2.SEMATTRS_FAAS_TRIGGER = require_SemanticAttributes2.SEMATTRS_FAAS_TRIGGER;
    exports2.SEMATTRS_HTTP_CLIENT_IP = require_SemanticAttributes2.SEMATTRS_HTTP_CLIENT_IP;
    exports2.SEMATTRS_HTTP_FLAVOR = require_SemanticAttributes2.SEMATTRS_HTTP_FLAVOR;
    exports2.SEMATTRS_HTTP_HOST = require_SemanticAttributes2.SEMATTRS_HTTP_HOST;
    exports2.SEMATTRS_HTTP_METHOD = require_SemanticAttributes2.SEMATTRS_HTTP_METHOD;
    exports2.SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH = require_SemanticAttributes2.SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH;
    exports2.SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED = require_SemanticAttributes2.SEMATTRS_HTTP_REQUEST_CONTENT_LENGTH_UNCOMPRESSED;
    exports2.SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH = require_SemanticAttributes2.SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH;
    exports2.SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED = require_SemanticAttributes2.SEMATTRS_HTTP_RESPONSE_CONTENT_LENGTH_UNCOMPRESSED;
    exports2.SEMATTRS_HTTP_ROUTE = require_SemanticAttributes2.SEMATTRS_HTTP_ROUTE;
    exports2.SEMATTRS_HTTP_SCHEME = require_SemanticAttributes2.SEMATTRS_HTTP_SCHEME;
    exports2.SEMATTRS_HTTP_SERVER_NAME = require_SemanticAttributes2.SEMATTRS_HTTP_SERVER_NAME;
    exports2.SEMATTRS_HTTP_STATUS_CODE = require_SemanticAttributes2.SEMATTRS_HTTP_STATUS_CODE;
    exports2.SEMATTRS_HTTP_TARGET = require_SemanticAttributes2.SEMATTRS_HTTP_TARGET;
    exports2.SEMATTRS_HTTP_URL = require_SemanticAttributes2.SEMATTRS_HTTP_URL;
    exports2.SEMATTRS_HTTP_USER_AGENT = require_SemanticAttributes2.SEMATTRS_HTTP_USER_AGENT;
    exports2.SEMATTRS_MESSAGE_COMPRESSED_SIZE = require_SemanticAttributes2.SEMATTRS_MESSAGE_COMPRESSED_SIZE;
    exports2.SEMATTRS_MESSAGE_ID = require_SemanticAttributes2.SEMATTRS_MESSAGE_ID;
    exports2.SEMATTRS_MESSAGE_TYPE = require_SemanticAttributes2.SEMATTRS_MESSAGE_TYPE;
    exports2.SEMATTRS_MESSAGE_UNCOMPRESSED_SIZE = require_SemanticAttributes2.SEMATTRS_MESSAGE_UNCOMPRESSED_SIZE;
    exports2.SEMATTRS_MESSAGING_CONSUMER_ID = require_SemanticAttributes2.SEMATTRS_MESSAGING_CONSUMER_ID;
    exports2.SEMATTRS_MESSAGING_CONVERSATION_ID = require_SemanticAttributes2.SEMATTRS_MESSAGING_CONVERSATION_ID;
    exports2.SEMATTRS_MESSAGING_DESTINATION = require_SemanticAttributes2.SEMATTRS_MESSAGING_DESTINATION;
    exports2.SEMATTRS_MESSAGING_DESTINATION_KIND = require_SemanticAttributes2.SEMATTRS_MESSAGING_DESTINATION_KIND;
    exports2.SEMATTRS_MESSAGING_KAFKA_CLIENT_ID = require_SemanticAttributes2.SEMATTRS_MESSAGING_KAFKA_CLIENT_ID;
    exports2.SEMATTRS_MESSAGING_KAFKA_CONSUMER_GROUP = require_SemanticAttributes2.SEMATTRS_MESSAGING_KAFKA_CONSUMER_GROUP;
    exports2.SEMATTRS_MESSAGING_KAFKA_MESSAGE_KEY = require_SemanticAttributes2.SEMATTRS_MESSAGING_KAFKA_MESSAGE_KEY;
    exports2.SEMATTRS_MESSAGING_KAFKA_PARTITION = require_SemanticAttributes2.SEMATTRS_MESSAGING_KAFKA_PARTITION;
    exports2.SEMATTRS_MESSAGING_KAFKA_TOMBSTONE = require_SemanticAttributes2.SEMATTRS_MESSAGING_KAFKA_TOMBSTONE;
    exports2.SEMATTRS_MESSAGING_MESSAGE_ID = require_SemanticAttributes2.SEMATTRS_MESSAGING_MESSAGE_ID;
    exports2.SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES = require_SemanticAttributes2.SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_COMPRESSED_SIZE_BYTES;
    exports2.SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES = require_SemanticAttributes2.SEMATTRS_MESSAGING_MESSAGE_PAYLOAD_SIZE_BYTES;
    exports2.SEMATTRS_MESSAGING_OPERATION = require_SemanticAttributes2.SEMATTRS_MESSAGING_OPERATION;
    exports2.SEMATTRS_MESSAGING_PROTOCOL = require_SemanticAttributes2.SEMATTRS_MESSAGING_PROTOCOL;
    exports2.SEMATTRS_MESSAGING_PROTOCOL_VERSION = require_SemanticAttributes2.SEMATTRS_MESSAGING_PROTOCOL_VERSION;
    exports2.SEMATTRS_MESSAGING_RABBITMQ_ROUTING_KEY = require_SemanticAttributes2.SEMATTRS_MESSAGING_RABBITMQ_ROUTING_KEY;
    exports2.SEMATTRS_MESSAGING_SYSTEM = require_SemanticAttributes2.SEMATTRS_MESSAGING_SYSTEM;
    exports2.SEMATTRS_MESSAGING_TEMP_DESTINATION = require_SemanticAttributes2.SEMATTRS_MESSAGING_TEMP_DESTINATION;
    exports2.SEMATTRS_MESSAGING_URL = require_SemanticAttributes2.SEMATTRS_MESSAGING_URL;
    exports2.SEMATTRS_NET_HOST_CARRIER_ICC = require_SemanticAttributes2.SEMATTRS_NET_HOST_CARRIER_ICC;
    exports2.SEMATTRS_NET_HOST_CARRIER_MCC = require_SemanticAttributes2.SEMATTRS_NET_HOST_CARRIER_MCC;
    exports2.SEMATTRS_NET_HOST_CARRIER_MNC = require_SemanticAttributes2.SEMATTRS_NET_HOST_CARRIER_MNC;
    exports2.SEMATTRS_NET_HOST_CARRIER_NAME = require_SemanticAttributes2.SEMATTRS_NET_HOST_CARRIER_NAME;
    exports2.SEMATTRS_NET_HOST_CONNECTION_SUBTYPE = require_SemanticAttributes2.SEMATTRS_NET_HOST_CONNECTION_SUBTYPE;
    exports2.SEMATTRS_NET_HOST_CONNECTION_TYPE = require_SemanticAttributes2.SEMATTRS_NET_HOST_CONNECTION_TYPE;
    exports2.SEMATTRS_NET_HOST_IP = require_SemanticAttributes2.SEMATTRS_NET_HOST_IP;
    exports2.SEMATTRS_NET_HOST_NAME = require_SemanticAttributes2.SEMATTRS_NET_HOST_NAME;
    exports2.SEMATTRS_NET_HOST_PORT = require_SemanticAttributes2.SEMATTRS_NET_HOST_PORT;
    exports2.SEMATTRS_NET_PEER_IP = require_SemanticAttributes2.SEMATTRS_NET_PEER_IP;
    exports2.SEMATTRS_NET_PEER_NAME = require_SemanticAttributes2.SEMATTRS_NET_PEER_NAME;
    exports2.SEMATTRS_NET_PEER_PORT = require_SemanticAttributes2.SEMATTRS_NET_PEER_PORT;
    exports2.SEMATTRS_NET_TRANSPORT = require_SemanticAttributes2.SEMATTRS_NET_TRANSPORT;
    exports2.SEMATTRS_PEER_SERVICE = require_SemanticAttributes2.SEMATTRS_PEER_SERVICE;
    exports2.SEMATTRS_RPC_GRPC_STATUS_CODE = require_SemanticAttributes2.SEMATTRS_RPC_GRPC_STATUS_CODE;
    exports2.SEMATTRS_RPC_JSONRPC_ERROR_CODE = require_SemanticAttributes2.SEMATTRS_RPC_JSONRPC_ERROR_CODE;
    exports2.SEMATTRS_RPC_JSONRPC_ERROR_MESSAGE = require_SemanticAttributes2.SEMATTRS_RPC_JSONRPC_ERROR_MESSAGE;
    exports2.SEMATTRS_RPC_JSONRPC_REQUEST_ID = require_SemanticAttributes2.SEMATTRS_RPC_JSONRPC_REQUEST_ID;
    exports2.SEMATTRS_RPC_JSONRPC_VERSION = require_SemanticAttributes2.SEMATTRS_RPC_JSONRPC_VERSION;
    exports2.SEMATTRS_RPC_METHOD = require_SemanticAttributes2.SEMATTRS_RPC_METHOD;
    exports2.SEMATTRS_RPC_SERVICE = require_SemanticAttributes2.SEMATTRS_RPC_SERVICE;
    exports2.SEMATTRS_RPC_SYSTEM = require_SemanticAttributes2.SEMATTRS_RPC_SYSTEM;
    exports2.SEMATTRS_THREAD_ID = require_SemanticAttributes2.SEMATTRS_THREAD_ID;
    exports2.SEMATTRS_THREAD_NAME = require_SemanticAttributes2.SEMATTRS_THREAD_NAME;
    exports2.SEMRESATTRS_AWS_ECS_CLUSTER_ARN = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_ECS_CLUSTER_ARN;
    exports2.SEMRESATTRS_AWS_ECS_CONTAINER_ARN = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_ECS_CONTAINER_ARN;
    exports2.SEMRESATTRS_AWS_ECS_LAUNCHTYPE = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_ECS_LAUNCHTYPE;
    exports2.SEMRESATTRS_AWS_ECS_TASK_ARN = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_ECS_TASK_ARN;
    exports2.SEMRESATTRS_AWS_ECS_TASK_FAMILY = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_ECS_TASK_FAMILY;
    exports2.SEMRESATTRS_AWS_ECS_TASK_REVISION = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_ECS_TASK_REVISION;
    exports2.SEMRESATTRS_AWS_EKS_CLUSTER_ARN = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_EKS_CLUSTER_ARN;
    exports2.SEMRESATTRS_AWS_LOG_GROUP_ARNS = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_LOG_GROUP_ARNS;
    exports2.SEMRESATTRS_AWS_LOG_GROUP_NAMES = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_LOG_GROUP_NAMES;
    exports2.SEMRESATTRS_AWS_LOG_STREAM_ARNS = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_LOG_STREAM_ARNS;
    exports2.SEMRESATTRS_AWS_LOG_STREAM_NAMES = require_SemanticResourceAttributes2.SEMRESATTRS_AWS_LOG_STREAM_NAMES;
    exports2.SEMRESATTRS_CLOUD_ACCOUNT_ID = require_SemanticResourceAttributes2.SEMRESATTRS_CLOUD_ACCOUNT_ID;
    exports2.SEMRESATTRS_CLOUD_AVAILABILITY_ZONE = require_SemanticResourceAttributes2.SEMRESATTRS_CLOUD_AVAILABILITY_ZONE;
    exports2.SEMRESATTRS_CLOUD_PLATFORM = require_SemanticResourceAttributes2.SEMRESATTRS_CLOUD_PLATFORM;
    exports2.SEMRESATTRS_CLOUD_PROVIDER = require_SemanticResourceAttributes2.SEMRESATTRS_CLOUD_PROVIDER;
    exports2.SEMRESATTRS_CLOUD_REGION = require_SemanticResourceAttributes2.SEMRESATTRS_CLOUD_REGION;
    exports2.SEMRESATTRS_CONTAINER_ID = require_SemanticResourceAttributes2.SEMRESATTRS_CONTAINER_ID;
    exports2.SEMRESATTRS_CONTAINER_IMAGE_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_CONTAINER_IMAGE_NAME;
    exports2.SEMRESATTRS_CONTAINER_IMAGE_TAG = require_SemanticResourceAttributes2.SEMRESATTRS_CONTAINER_IMAGE_TAG;
    exports2.SEMRESATTRS_CONTAINER_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_CONTAINER_NAME;
    exports2.SEMRESATTRS_CONTAINER_RUNTIME = require_SemanticResourceAttributes2.SEMRESATTRS_CONTAINER_RUNTIME;
    exports2.SEMRESATTRS_DEPLOYMENT_ENVIRONMENT = require_SemanticResourceAttributes2.SEMRESATTRS_DEPLOYMENT_ENVIRONMENT;
    exports2.SEMRESATTRS_DEVICE_ID = require_SemanticResourceAttributes2.SEMRESATTRS_DEVICE_ID;
    exports2.SEMRESATTRS_DEVICE_MODEL_IDENTIFIER = require_SemanticResourceAttributes2.SEMRESATTRS_DEVICE_MODEL_IDENTIFIER;
    exports2.SEMRESATTRS_DEVICE_MODEL_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_DEVICE_MODEL_NAME;
    exports2.SEMRESATTRS_FAAS_ID = require_SemanticResourceAttributes2.SEMRESATTRS_FAAS_ID;
    exports2.SEMRESATTRS_FAAS_INSTANCE = require_SemanticResourceAttributes2.SEMRESATTRS_FAAS_INSTANCE;
    exports2.SEMRESATTRS_FAAS_MAX_MEMORY = require_SemanticResourceAttributes2.SEMRESATTRS_FAAS_MAX_MEMORY;
    exports2.SEMRESATTRS_FAAS_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_FAAS_NAME;
    exports2.SEMRESATTRS_FAAS_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_FAAS_VERSION;
    exports2.SEMRESATTRS_HOST_ARCH = require_SemanticResourceAttributes2.SEMRESATTRS_HOST_ARCH;
    exports2.SEMRESATTRS_HOST_ID = require_SemanticResourceAttributes2.SEMRESATTRS_HOST_ID;
    exports2.SEMRESATTRS_HOST_IMAGE_ID = require_SemanticResourceAttributes2.SEMRESATTRS_HOST_IMAGE_ID;
    exports2.SEMRESATTRS_HOST_IMAGE_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_HOST_IMAGE_NAME;
    exports2.SEMRESATTRS_HOST_IMAGE_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_HOST_IMAGE_VERSION;
    exports2.SEMRESATTRS_HOST_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_HOST_NAME;
    exports2.SEMRESATTRS_HOST_TYPE = require_SemanticResourceAttributes2.SEMRESATTRS_HOST_TYPE;
    exports2.SEMRESATTRS_K8S_CLUSTER_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_CLUSTER_NAME;
    exports2.SEMRESATTRS_K8S_CONTAINER_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_CONTAINER_NAME;
    exports2.SEMRESATTRS_K8S_CRONJOB_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_CRONJOB_NAME;
    exports2.SEMRESATTRS_K8S_CRONJOB_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_CRONJOB_UID;
    exports2.SEMRESATTRS_K8S_DAEMONSET_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_DAEMONSET_NAME;
    exports2.SEMRESATTRS_K8S_DAEMONSET_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_DAEMONSET_UID;
    exports2.SEMRESATTRS_K8S_DEPLOYMENT_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_DEPLOYMENT_NAME;
    exports2.SEMRESATTRS_K8S_DEPLOYMENT_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_DEPLOYMENT_UID;
    exports2.SEMRESATTRS_K8S_JOB_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_JOB_NAME;
    exports2.SEMRESATTRS_K8S_JOB_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_JOB_UID;
    exports2.SEMRESATTRS_K8S_NAMESPACE_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_NAMESPACE_NAME;
    exports2.SEMRESATTRS_K8S_NODE_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_NODE_NAME;
    exports2.SEMRESATTRS_K8S_NODE_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_NODE_UID;
    exports2.SEMRESATTRS_K8S_POD_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_POD_NAME;
    exports2.SEMRESATTRS_K8S_POD_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_POD_UID;
    exports2.SEMRESATTRS_K8S_REPLICASET_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_REPLICASET_NAME;
    exports2.SEMRESATTRS_K8S_REPLICASET_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_REPLICASET_UID;
    exports2.SEMRESATTRS_K8S_STATEFULSET_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_STATEFULSET_NAME;
    exports2.SEMRESATTRS_K8S_STATEFULSET_UID = require_SemanticResourceAttributes2.SEMRESATTRS_K8S_STATEFULSET_UID;
    exports2.SEMRESATTRS_OS_DESCRIPTION = require_SemanticResourceAttributes2.SEMRESATTRS_OS_DESCRIPTION;
    exports2.SEMRESATTRS_OS_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_OS_NAME;
    exports2.SEMRESATTRS_OS_TYPE = require_SemanticResourceAttributes2.SEMRESATTRS_OS_TYPE;
    exports2.SEMRESATTRS_OS_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_OS_VERSION;
    exports2.SEMRESATTRS_PROCESS_COMMAND = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_COMMAND;
    exports2.SEMRESATTRS_PROCESS_COMMAND_ARGS = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_COMMAND_ARGS;
    exports2.SEMRESATTRS_PROCESS_COMMAND_LINE = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_COMMAND_LINE;
    exports2.SEMRESATTRS_PROCESS_EXECUTABLE_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_EXECUTABLE_NAME;
    exports2.SEMRESATTRS_PROCESS_EXECUTABLE_PATH = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_EXECUTABLE_PATH;
    exports2.SEMRESATTRS_PROCESS_OWNER = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_OWNER;
    exports2.SEMRESATTRS_PROCESS_PID = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_PID;
    exports2.SEMRESATTRS_PROCESS_RUNTIME_DESCRIPTION = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_RUNTIME_DESCRIPTION;
    exports2.SEMRESATTRS_PROCESS_RUNTIME_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_RUNTIME_NAME;
    exports2.SEMRESATTRS_PROCESS_RUNTIME_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_PROCESS_RUNTIME_VERSION;
    exports2.SEMRESATTRS_SERVICE_INSTANCE_ID = require_SemanticResourceAttributes2.SEMRESATTRS_SERVICE_INSTANCE_ID;
    exports2.SEMRESATTRS_SERVICE_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_SERVICE_NAME;
    exports2.SEMRESATTRS_SERVICE_NAMESPACE = require_SemanticResourceAttributes2.SEMRESATTRS_SERVICE_NAMESPACE;
    exports2.SEMRESATTRS_SERVICE_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_SERVICE_VERSION;
    exports2.SEMRESATTRS_TELEMETRY_AUTO_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_TELEMETRY_AUTO_VERSION;
    exports2.SEMRESATTRS_TELEMETRY_SDK_LANGUAGE = require_SemanticResourceAttributes2.SEMRESATTRS_TELEMETRY_SDK_LANGUAGE;
    exports2.SEMRESATTRS_TELEMETRY_SDK_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_TELEMETRY_SDK_NAME;
    exports2.SEMRESATTRS_TELEMETRY_SDK_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_TELEMETRY_SDK_VERSION;
    exports2.SEMRESATTRS_WEBENGINE_DESCRIPTION = require_SemanticResourceAttributes2.SEMRESATTRS_WEBENGINE_DESCRIPTION;
    exports2.SEMRESATTRS_WEBENGINE_NAME = require_SemanticResourceAttributes2.SEMRESATTRS_WEBENGINE_NAME;
    exports2.SEMRESATTRS_WEBENGINE_VERSION = require_SemanticResourceAttributes2.SEMRESATTRS_WEBENGINE_VERSION;
    exports2.SIGNALR_CONNECTION_STATUS_VALUE_APP_SHUTDOWN = require_stable_attributes2.SIGNALR_CONNECTION_STATUS_VALUE_APP_SHUTDOWN;
    exports2.SIGNALR_CONNECTION_STATUS_VALUE_NORMAL_CLOSURE = require_stable_attributes2.SIGNALR_CONNECTION_STATUS_VALUE_NORMAL_CLOSURE;
    exports2.SIGNALR_CONNECTION_STATUS_VALUE_TIMEOUT = require_stable_attributes2.SIGNALR_CONNECTION_STATUS_VALUE_TIMEOUT;
    exports2.SIGNALR_TRANSPORT_VALUE_LONG_POLLING = require_stable_attributes2.SIGNALR_TRANSPORT_VALUE_LONG_POLLING;
    exports2.SIGNALR_TRANSPORT_VALUE_SERVER_SENT_EVENTS = require_stable_attributes2.SIGNALR_TRANSPORT_VALUE_SERVER_SENT_EVENTS;
    exports2.SIGNALR_TRANSPORT_VALUE_WEB_SOCKETS = require_stable_attributes2.SIGNALR_TRANSPORT_VALUE_WEB_SOCKETS;
    exports2.SemanticAttributes = require_SemanticAttributes2.SemanticAttributes;
    exports2.SemanticResourceAttributes = require_SemanticResourceAttributes2.SemanticResourceAttributes;
    exports2.TELEMETRYSDKLANGUAGEVALUES_CPP = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_CPP;
    exports2.TELEMETRYSDKLANGUAGEVALUES_DOTNET = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_DOTNET;
    exports2.TELEMETRYSDKLANGUAGEVALUES_ERLANG = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_ERLANG;
    exports2.TELEMETRYSDKLANGUAGEVALUES_GO = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_GO;
    exports2.TELEMETRYSDKLANGUAGEVALUES_JAVA = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_JAVA;
    exports2.TELEMETRYSDKLANGUAGEVALUES_NODEJS = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_NODEJS;
    exports2.TELEMETRYSDKLANGUAGEVALUES_PHP = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_PHP;
    exports2.TELEMETRYSDKLANGUAGEVALUES_PYTHON = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_PYTHON;
    exports2.TELEMETRYSDKLANGUAGEVALUES_RUBY = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_RUBY;
    exports2.TELEMETRYSDKLANGUAGEVALUES_WEBJS = require_SemanticResourceAttributes2.TELEMETRYSDKLANGUAGEVALUES_WEBJS;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_CPP = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_CPP;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_DOTNET = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_DOTNET;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_ERLANG = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_ERLANG;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_GO = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_GO;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_JAVA = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_JAVA;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_KOTLIN = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_KOTLIN;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_NODEJS = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_NODEJS;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_PHP = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_PHP;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_PYTHON = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_PYTHON;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_RUBY = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_RUBY;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_RUST = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_RUST;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_SWIFT = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_SWIFT;
    exports2.TELEMETRY_SDK_LANGUAGE_VALUE_WEBJS = require_stable_attributes2.TELEMETRY_SDK_LANGUAGE_VALUE_WEBJS;
    exports2.TelemetrySdkLanguageValues = require_SemanticResourceAttributes2.TelemetrySdkLanguageValues;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/semconv.js
var require_semconv = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/semconv.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ATTR_PROCESS_RUNTIME_NAME = void 0;
    exports2.ATTR_PROCESS_RUNTIME_NAME = "process.runtime.name";
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/node/sdk-info.js
var require_sdk_info = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/node/sdk-info.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.SDK_INFO = void 0;
    var version_1 = require_version();
    var semantic_conventions_1 = require_dist();
    var semconv_1 = require_semconv();
    exports2.SDK_INFO = {
      [semantic_conventions_1.ATTR_TELEMETRY_SDK_NAME]: "opentelemetry",
      [semconv_1.ATTR_PROCESS_RUNTIME_NAME]: "node",
      [semantic_conventions_1.ATTR_TELEMETRY_SDK_LANGUAGE]: semantic_conventions_1.TELEMETRY_SDK_LANGUAGE_VALUE_NODEJS,
      [semantic_conventions_1.ATTR_TELEMETRY_SDK_VERSION]: version_1.VERSION
    };
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/node/index.js
var require_node = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/node/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.otperformance = exports2.SDK_INFO = exports2._globalThis = exports2.getStringListFromEnv = exports2.getNumberFromEnv = exports2.getBooleanFromEnv = exports2.getStringFromEnv = void 0;
    var environment_1 = require_environment();
    Object.defineProperty(exports2, "getStringFromEnv", { enumerable: true, get: function() {
      return environment_1.getStringFromEnv;
    } });
    Object.defineProperty(exports2, "getBooleanFromEnv", { enumerable: true, get: function() {
      return environment_1.getBooleanFromEnv;
    } });
    Object.defineProperty(exports2, "getNumberFromEnv", { enumerable: true, get: function() {
      return environment_1.getNumberFromEnv;
    } });
    Object.defineProperty(exports2, "getStringListFromEnv", { enumerable: true, get: function() {
      return environment_1.getStringListFromEnv;
    } });
    var globalThis_1 = require_globalThis();
    Object.defineProperty(exports2, "_globalThis", { enumerable: true, get: function() {
      return globalThis_1._globalThis;
    } });
    var sdk_info_1 = require_sdk_info();
    Object.defineProperty(exports2, "SDK_INFO", { enumerable: true, get: function() {
      return sdk_info_1.SDK_INFO;
    } });
    exports2.otperformance = performance;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/index.js
var require_platform = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/platform/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getStringListFromEnv = exports2.getNumberFromEnv = exports2.getStringFromEnv = exports2.getBooleanFromEnv = exports2.otperformance = exports2._globalThis = exports2.SDK_INFO = void 0;
    var node_1 = require_node();
    Object.defineProperty(exports2, "SDK_INFO", { enumerable: true, get: function() {
      return node_1.SDK_INFO;
    } });
    Object.defineProperty(exports2, "_globalThis", { enumerable: true, get: function() {
      return node_1._globalThis;
    } });
    Object.defineProperty(exports2, "otperformance", { enumerable: true, get: function() {
      return node_1.otperformance;
    } });
    Object.defineProperty(exports2, "getBooleanFromEnv", { enumerable: true, get: function() {
      return node_1.getBooleanFromEnv;
    } });
    Object.defineProperty(exports2, "getStringFromEnv", { enumerable: true, get: function() {
      return node_1.getStringFromEnv;
    } });
    Object.defineProperty(exports2, "getNumberFromEnv", { enumerable: true, get: function() {
      return node_1.getNumberFromEnv;
    } });
    Object.defineProperty(exports2, "getStringListFromEnv", { enumerable: true, get: function() {
      return node_1.getStringListFromEnv;
    } });
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/time.js
var require_time = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/time.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.addHrTimes = exports2.isTimeInput = exports2.isTimeInputHrTime = exports2.hrTimeToSeconds = exports2.hrTimeToMilliseconds = exports2.hrTimeToMicroseconds = exports2.hrTimeToNanoseconds = exports2.hrTimeToTimeStamp = exports2.hrTimeDuration = exports2.timeInputToHrTime = exports2.hrTime = exports2.getTimeOrigin = exports2.millisToHrTime = void 0;
    var platform_1 = require_platform();
    var NANOSECOND_DIGITS = 9;
    var NANOSECOND_DIGITS_IN_MILLIS = 6;
    var MILLISECONDS_TO_NANOSECONDS = Math.pow(10, NANOSECOND_DIGITS_IN_MILLIS);
    var SECOND_TO_NANOSECONDS = Math.pow(10, NANOSECOND_DIGITS);
    function millisToHrTime3(epochMillis) {
      const epochSeconds = epochMillis / 1e3;
      const seconds = Math.trunc(epochSeconds);
      const nanos = Math.round(epochMillis % 1e3 * MILLISECONDS_TO_NANOSECONDS);
      return [seconds, nanos];
    }
    exports2.millisToHrTime = millisToHrTime3;
    function getTimeOrigin() {
      return platform_1.otperformance.timeOrigin;
    }
    exports2.getTimeOrigin = getTimeOrigin;
    function hrTime2(performanceNow) {
      const timeOrigin = millisToHrTime3(platform_1.otperformance.timeOrigin);
      const now = millisToHrTime3(typeof performanceNow === "number" ? performanceNow : platform_1.otperformance.now());
      return addHrTimes2(timeOrigin, now);
    }
    exports2.hrTime = hrTime2;
    function timeInputToHrTime2(time) {
      if (isTimeInputHrTime2(time)) {
        return time;
      } else if (typeof time === "number") {
        if (time < platform_1.otperformance.timeOrigin / 2) {
          return hrTime2(time);
        } else {
          return millisToHrTime3(time);
        }
      } else if (time instanceof Date) {
        return millisToHrTime3(time.getTime());
      } else {
        throw TypeError("Invalid input type");
      }
    }
    exports2.timeInputToHrTime = timeInputToHrTime2;
    function hrTimeDuration2(startTime, endTime) {
      let seconds = endTime[0] - startTime[0];
      let nanos = endTime[1] - startTime[1];
      if (nanos < 0) {
        seconds -= 1;
        nanos += SECOND_TO_NANOSECONDS;
      }
      return [seconds, nanos];
    }
    exports2.hrTimeDuration = hrTimeDuration2;
    function hrTimeToTimeStamp(time) {
      const precision = NANOSECOND_DIGITS;
      const tmp = `${"0".repeat(precision)}${time[1]}Z`;
      const nanoString = tmp.substring(tmp.length - precision - 1);
      const date = new Date(time[0] * 1e3).toISOString();
      return date.replace("000Z", nanoString);
    }
    exports2.hrTimeToTimeStamp = hrTimeToTimeStamp;
    function hrTimeToNanoseconds(time) {
      return time[0] * SECOND_TO_NANOSECONDS + time[1];
    }
    exports2.hrTimeToNanoseconds = hrTimeToNanoseconds;
    function hrTimeToMicroseconds(time) {
      return time[0] * 1e6 + time[1] / 1e3;
    }
    exports2.hrTimeToMicroseconds = hrTimeToMicroseconds;
    function hrTimeToMilliseconds(time) {
      return time[0] * 1e3 + time[1] / 1e6;
    }
    exports2.hrTimeToMilliseconds = hrTimeToMilliseconds;
    function hrTimeToSeconds(time) {
      return time[0] + time[1] / SECOND_TO_NANOSECONDS;
    }
    exports2.hrTimeToSeconds = hrTimeToSeconds;
    function isTimeInputHrTime2(value) {
      return Array.isArray(value) && value.length === 2 && typeof value[0] === "number" && typeof value[1] === "number";
    }
    exports2.isTimeInputHrTime = isTimeInputHrTime2;
    function isTimeInput3(value) {
      return isTimeInputHrTime2(value) || typeof value === "number" || value instanceof Date;
    }
    exports2.isTimeInput = isTimeInput3;
    function addHrTimes2(time1, time2) {
      const out = [time1[0] + time2[0], time1[1] + time2[1]];
      if (out[1] >= SECOND_TO_NANOSECONDS) {
        out[1] -= SECOND_TO_NANOSECONDS;
        out[0] += 1;
      }
      return out;
    }
    exports2.addHrTimes = addHrTimes2;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/timer-util.js
var require_timer_util = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/common/timer-util.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.unrefTimer = void 0;
    function unrefTimer(timer) {
      if (typeof timer !== "number") {
        timer.unref();
      }
    }
    exports2.unrefTimer = unrefTimer;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/ExportResult.js
var require_ExportResult = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/ExportResult.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ExportResultCode = void 0;
    var ExportResultCode;
    (function(ExportResultCode2) {
      ExportResultCode2[ExportResultCode2["SUCCESS"] = 0] = "SUCCESS";
      ExportResultCode2[ExportResultCode2["FAILED"] = 1] = "FAILED";
    })(ExportResultCode || (exports2.ExportResultCode = ExportResultCode = {}));
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/propagation/composite.js
var require_composite = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/propagation/composite.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.CompositePropagator = void 0;
    var api_1 = require("@opentelemetry/api");
    var CompositePropagator = class {
      _propagators;
      _fields;
      /**
       * Construct a composite propagator from a list of propagators.
       *
       * @param [config] Configuration object for composite propagator
       */
      constructor(config = {}) {
        this._propagators = config.propagators ?? [];
        const fields = /* @__PURE__ */ new Set();
        for (const propagator of this._propagators) {
          const propagatorFields = typeof propagator.fields === "function" ? propagator.fields() : [];
          for (const field of propagatorFields) {
            fields.add(field);
          }
        }
        this._fields = Array.from(fields);
      }
      /**
       * Run each of the configured propagators with the given context and carrier.
       * Propagators are run in the order they are configured, so if multiple
       * propagators write the same carrier key, the propagator later in the list
       * will "win".
       *
       * @param context Context to inject
       * @param carrier Carrier into which context will be injected
       */
      inject(context7, carrier, setter) {
        for (const propagator of this._propagators) {
          try {
            propagator.inject(context7, carrier, setter);
          } catch (err) {
            api_1.diag.warn(`Failed to inject with ${propagator.constructor.name}. Err: ${err.message}`);
          }
        }
      }
      /**
       * Run each of the configured propagators with the given context and carrier.
       * Propagators are run in the order they are configured, so if multiple
       * propagators write the same context key, the propagator later in the list
       * will "win".
       *
       * @param context Context to add values to
       * @param carrier Carrier from which to extract context
       */
      extract(context7, carrier, getter) {
        return this._propagators.reduce((ctx, propagator) => {
          try {
            return propagator.extract(ctx, carrier, getter);
          } catch (err) {
            api_1.diag.warn(`Failed to extract with ${propagator.constructor.name}. Err: ${err.message}`);
          }
          return ctx;
        }, context7);
      }
      fields() {
        return this._fields.slice();
      }
    };
    exports2.CompositePropagator = CompositePropagator;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/internal/validators.js
var require_validators = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/internal/validators.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.validateValue = exports2.validateKey = void 0;
    var VALID_KEY_CHAR_RANGE = "[_0-9a-z-*/]";
    var VALID_KEY = `[a-z]${VALID_KEY_CHAR_RANGE}{0,255}`;
    var VALID_VENDOR_KEY = `[a-z0-9]${VALID_KEY_CHAR_RANGE}{0,240}@[a-z]${VALID_KEY_CHAR_RANGE}{0,13}`;
    var VALID_KEY_REGEX = new RegExp(`^(?:${VALID_KEY}|${VALID_VENDOR_KEY})$`);
    var VALID_VALUE_BASE_REGEX = /^[ -~]{0,255}[!-~]$/;
    var INVALID_VALUE_COMMA_EQUAL_REGEX = /,|=/;
    function validateKey(key) {
      return VALID_KEY_REGEX.test(key);
    }
    exports2.validateKey = validateKey;
    function validateValue(value) {
      return VALID_VALUE_BASE_REGEX.test(value) && !INVALID_VALUE_COMMA_EQUAL_REGEX.test(value);
    }
    exports2.validateValue = validateValue;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/TraceState.js
var require_TraceState = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/TraceState.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.TraceState = void 0;
    var validators_1 = require_validators();
    var MAX_TRACE_STATE_ITEMS = 32;
    var MAX_TRACE_STATE_LEN = 512;
    var LIST_MEMBERS_SEPARATOR = ",";
    var LIST_MEMBER_KEY_VALUE_SPLITTER = "=";
    var TraceState = class _TraceState {
      _length;
      _rawTraceState;
      _internalState;
      constructor(rawTraceState) {
        this._rawTraceState = typeof rawTraceState === "string" ? rawTraceState : "";
        this._length = this._rawTraceState.length;
      }
      set(key, value) {
        if (!(0, validators_1.validateKey)(key) || !(0, validators_1.validateValue)(value)) {
          return this;
        }
        const currState = this._getState();
        const currValue = currState.get(key);
        let newLength = this._length;
        if (typeof currValue === "string") {
          newLength += value.length - currValue.length;
        } else {
          newLength += key.length + value.length + (currState.size > 0 ? 2 : 1);
        }
        if (newLength > MAX_TRACE_STATE_LEN) {
          return this;
        }
        const newState = new Map(currState);
        newState.delete(key);
        newState.set(key, value);
        return this._fromState(newState, newLength);
      }
      unset(key) {
        const currState = this._getState();
        const currValue = currState.get(key);
        if (typeof currValue !== "string") {
          return this;
        }
        let newLength = this._length - (key.length + currValue.length + 1);
        if (currState.size > 1) {
          newLength = newLength - 1;
        }
        const newState = new Map(currState);
        newState.delete(key);
        return this._fromState(newState, newLength);
      }
      get(key) {
        const currState = this._getState();
        return currState.get(key);
      }
      serialize() {
        let serialized = "";
        let index = 0;
        for (const entry of this._getState()) {
          if (index > 0) {
            serialized = LIST_MEMBERS_SEPARATOR + serialized;
          }
          serialized = `${entry[0]}${LIST_MEMBER_KEY_VALUE_SPLITTER}${entry[1]}` + serialized;
          index++;
        }
        return serialized;
      }
      _getState() {
        if (this._internalState) {
          return this._internalState;
        }
        const vendorMembers = this._rawTraceState.split(LIST_MEMBERS_SEPARATOR);
        const vendorEntries = /* @__PURE__ */ new Map();
        let currentLength = 0;
        for (const member of vendorMembers) {
          const m = member.trim();
          const idx = m.indexOf(LIST_MEMBER_KEY_VALUE_SPLITTER);
          if (idx === -1) {
            continue;
          }
          const key = m.slice(0, idx);
          const value = m.slice(idx + 1);
          if (!(0, validators_1.validateKey)(key) || !(0, validators_1.validateValue)(value)) {
            continue;
          }
          const futureLength = currentLength + m.length + (vendorEntries.size > 0 ? 1 : 0);
          if (futureLength > MAX_TRACE_STATE_LEN) {
            continue;
          }
          vendorEntries.set(key, value);
          currentLength = futureLength;
          if (vendorEntries.size >= MAX_TRACE_STATE_ITEMS) {
            break;
          }
        }
        this._length = currentLength;
        this._internalState = new Map(Array.from(vendorEntries.entries()).reverse());
        return this._internalState;
      }
      _fromState(state, length) {
        const traceState = Object.create(_TraceState.prototype);
        traceState._internalState = state;
        traceState._length = length;
        return traceState;
      }
    };
    exports2.TraceState = TraceState;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/W3CTraceContextPropagator.js
var require_W3CTraceContextPropagator = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/W3CTraceContextPropagator.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.W3CTraceContextPropagator = exports2.parseTraceParent = exports2.TRACE_STATE_HEADER = exports2.TRACE_PARENT_HEADER = void 0;
    var api_1 = require("@opentelemetry/api");
    var suppress_tracing_1 = require_suppress_tracing();
    var TraceState_1 = require_TraceState();
    exports2.TRACE_PARENT_HEADER = "traceparent";
    exports2.TRACE_STATE_HEADER = "tracestate";
    var VERSION3 = "00";
    var VERSION_PART = "(?!ff)[\\da-f]{2}";
    var TRACE_ID_PART = "(?![0]{32})[\\da-f]{32}";
    var PARENT_ID_PART = "(?![0]{16})[\\da-f]{16}";
    var FLAGS_PART = "[\\da-f]{2}";
    var TRACE_PARENT_REGEX = new RegExp(`^\\s?(${VERSION_PART})-(${TRACE_ID_PART})-(${PARENT_ID_PART})-(${FLAGS_PART})(-.*)?\\s?$`);
    function parseTraceParent(traceParent) {
      const match = TRACE_PARENT_REGEX.exec(traceParent);
      if (!match)
        return null;
      if (match[1] === "00" && match[5])
        return null;
      return {
        traceId: match[2],
        spanId: match[3],
        traceFlags: parseInt(match[4], 16)
      };
    }
    exports2.parseTraceParent = parseTraceParent;
    var W3CTraceContextPropagator = class {
      inject(context7, carrier, setter) {
        const spanContext = api_1.trace.getSpanContext(context7);
        if (!spanContext || (0, suppress_tracing_1.isTracingSuppressed)(context7) || !(0, api_1.isSpanContextValid)(spanContext))
          return;
        const traceParent = `${VERSION3}-${spanContext.traceId}-${spanContext.spanId}-0${Number(spanContext.traceFlags || api_1.TraceFlags.NONE).toString(16)}`;
        setter.set(carrier, exports2.TRACE_PARENT_HEADER, traceParent);
        if (spanContext.traceState) {
          setter.set(carrier, exports2.TRACE_STATE_HEADER, spanContext.traceState.serialize());
        }
      }
      extract(context7, carrier, getter) {
        const traceParentHeader = getter.get(carrier, exports2.TRACE_PARENT_HEADER);
        if (!traceParentHeader)
          return context7;
        const traceParent = Array.isArray(traceParentHeader) ? traceParentHeader[0] : traceParentHeader;
        if (typeof traceParent !== "string")
          return context7;
        const spanContext = parseTraceParent(traceParent);
        if (!spanContext)
          return context7;
        spanContext.isRemote = true;
        const traceStateHeader = getter.get(carrier, exports2.TRACE_STATE_HEADER);
        if (traceStateHeader) {
          const state = Array.isArray(traceStateHeader) ? traceStateHeader.join(",") : traceStateHeader;
          spanContext.traceState = new TraceState_1.TraceState(typeof state === "string" ? state : void 0);
        }
        return api_1.trace.setSpanContext(context7, spanContext);
      }
      fields() {
        return [exports2.TRACE_PARENT_HEADER, exports2.TRACE_STATE_HEADER];
      }
    };
    exports2.W3CTraceContextPropagator = W3CTraceContextPropagator;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/rpc-metadata.js
var require_rpc_metadata = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/trace/rpc-metadata.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getRPCMetadata = exports2.deleteRPCMetadata = exports2.setRPCMetadata = exports2.RPCType = void 0;
    var api_1 = require("@opentelemetry/api");
    var RPC_METADATA_KEY = (0, api_1.createContextKey)("OpenTelemetry SDK Context Key RPC_METADATA");
    var RPCType;
    (function(RPCType2) {
      RPCType2["HTTP"] = "http";
    })(RPCType || (exports2.RPCType = RPCType = {}));
    function setRPCMetadata(context7, meta) {
      return context7.setValue(RPC_METADATA_KEY, meta);
    }
    exports2.setRPCMetadata = setRPCMetadata;
    function deleteRPCMetadata(context7) {
      return context7.deleteValue(RPC_METADATA_KEY);
    }
    exports2.deleteRPCMetadata = deleteRPCMetadata;
    function getRPCMetadata(context7) {
      return context7.getValue(RPC_METADATA_KEY);
    }
    exports2.getRPCMetadata = getRPCMetadata;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/lodash.merge.js
var require_lodash_merge = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/lodash.merge.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.isPlainObject = void 0;
    var objectTag = "[object Object]";
    var nullTag = "[object Null]";
    var undefinedTag = "[object Undefined]";
    var funcProto = Function.prototype;
    var funcToString = funcProto.toString;
    var objectCtorString = funcToString.call(Object);
    var getPrototypeOf = Object.getPrototypeOf;
    var objectProto = Object.prototype;
    var hasOwnProperty = objectProto.hasOwnProperty;
    var symToStringTag = Symbol ? Symbol.toStringTag : void 0;
    var nativeObjectToString = objectProto.toString;
    function isPlainObject(value) {
      if (!isObjectLike(value) || baseGetTag(value) !== objectTag) {
        return false;
      }
      const proto = getPrototypeOf(value);
      if (proto === null) {
        return true;
      }
      const Ctor = hasOwnProperty.call(proto, "constructor") && proto.constructor;
      return typeof Ctor == "function" && Ctor instanceof Ctor && funcToString.call(Ctor) === objectCtorString;
    }
    exports2.isPlainObject = isPlainObject;
    function isObjectLike(value) {
      return value != null && typeof value == "object";
    }
    function baseGetTag(value) {
      if (value == null) {
        return value === void 0 ? undefinedTag : nullTag;
      }
      return symToStringTag && symToStringTag in Object(value) ? getRawTag(value) : objectToString(value);
    }
    function getRawTag(value) {
      const isOwn = hasOwnProperty.call(value, symToStringTag), tag = value[symToStringTag];
      let unmasked = false;
      try {
        value[symToStringTag] = void 0;
        unmasked = true;
      } catch {
      }
      const result = nativeObjectToString.call(value);
      if (unmasked) {
        if (isOwn) {
          value[symToStringTag] = tag;
        } else {
          delete value[symToStringTag];
        }
      }
      return result;
    }
    function objectToString(value) {
      return nativeObjectToString.call(value);
    }
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/merge.js
var require_merge = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/merge.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.merge = void 0;
    var lodash_merge_1 = require_lodash_merge();
    var MAX_LEVEL = 20;
    function merge(...args) {
      let result = args.shift();
      const objects = /* @__PURE__ */ new WeakMap();
      while (args.length > 0) {
        result = mergeTwoObjects(result, args.shift(), 0, objects);
      }
      return result;
    }
    exports2.merge = merge;
    function takeValue(value) {
      if (isArray(value)) {
        return value.slice();
      }
      return value;
    }
    function mergeTwoObjects(one, two, level = 0, objects) {
      let result;
      if (level > MAX_LEVEL) {
        return void 0;
      }
      level++;
      if (isPrimitive(one) || isPrimitive(two) || isFunction(two)) {
        result = takeValue(two);
      } else if (isArray(one)) {
        result = one.slice();
        if (isArray(two)) {
          for (let i = 0, j = two.length; i < j; i++) {
            result.push(takeValue(two[i]));
          }
        } else if (isObject(two)) {
          const keys = Object.keys(two);
          for (let i = 0, j = keys.length; i < j; i++) {
            const key = keys[i];
            if (key === "__proto__" || key === "constructor" || key === "prototype") {
              continue;
            }
            result[key] = takeValue(two[key]);
          }
        }
      } else if (isObject(one)) {
        if (isObject(two)) {
          if (!shouldMerge(one, two)) {
            return two;
          }
          result = Object.assign({}, one);
          const keys = Object.keys(two);
          for (let i = 0, j = keys.length; i < j; i++) {
            const key = keys[i];
            if (key === "__proto__" || key === "constructor" || key === "prototype") {
              continue;
            }
            const twoValue = two[key];
            if (isPrimitive(twoValue)) {
              if (typeof twoValue === "undefined") {
                delete result[key];
              } else {
                result[key] = twoValue;
              }
            } else {
              const obj1 = result[key];
              const obj2 = twoValue;
              if (wasObjectReferenced(one, key, objects) || wasObjectReferenced(two, key, objects)) {
                delete result[key];
              } else {
                if (isObject(obj1) && isObject(obj2)) {
                  const arr1 = objects.get(obj1) || [];
                  const arr2 = objects.get(obj2) || [];
                  arr1.push({ obj: one, key });
                  arr2.push({ obj: two, key });
                  objects.set(obj1, arr1);
                  objects.set(obj2, arr2);
                }
                result[key] = mergeTwoObjects(result[key], twoValue, level, objects);
              }
            }
          }
        } else {
          result = two;
        }
      }
      return result;
    }
    function wasObjectReferenced(obj, key, objects) {
      const arr = objects.get(obj[key]) || [];
      for (let i = 0, j = arr.length; i < j; i++) {
        const info = arr[i];
        if (info.key === key && info.obj === obj) {
          return true;
        }
      }
      return false;
    }
    function isArray(value) {
      return Array.isArray(value);
    }
    function isFunction(value) {
      return typeof value === "function";
    }
    function isObject(value) {
      return !isPrimitive(value) && !isArray(value) && !isFunction(value) && typeof value === "object";
    }
    function isPrimitive(value) {
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean" || typeof value === "undefined" || value instanceof Date || value instanceof RegExp || value === null;
    }
    function shouldMerge(one, two) {
      if (!(0, lodash_merge_1.isPlainObject)(one) || !(0, lodash_merge_1.isPlainObject)(two)) {
        return false;
      }
      return true;
    }
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/timeout.js
var require_timeout = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/timeout.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.callWithTimeout = exports2.TimeoutError = void 0;
    var TimeoutError = class _TimeoutError extends Error {
      constructor(message) {
        super(message);
        Object.setPrototypeOf(this, _TimeoutError.prototype);
      }
    };
    exports2.TimeoutError = TimeoutError;
    function callWithTimeout(promise, timeout) {
      let timeoutHandle;
      const timeoutPromise = new Promise(function timeoutFunction(_resolve, reject) {
        timeoutHandle = setTimeout(function timeoutHandler() {
          reject(new TimeoutError("Operation timed out."));
        }, timeout);
      });
      return Promise.race([promise, timeoutPromise]).then((result) => {
        clearTimeout(timeoutHandle);
        return result;
      }, (reason) => {
        clearTimeout(timeoutHandle);
        throw reason;
      });
    }
    exports2.callWithTimeout = callWithTimeout;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/url.js
var require_url = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/url.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.isUrlIgnored = exports2.urlMatches = void 0;
    function urlMatches(url, urlToMatch) {
      if (typeof urlToMatch === "string") {
        return url === urlToMatch;
      } else {
        return !!url.match(urlToMatch);
      }
    }
    exports2.urlMatches = urlMatches;
    function isUrlIgnored(url, ignoredUrls) {
      if (!ignoredUrls) {
        return false;
      }
      for (const ignoreUrl of ignoredUrls) {
        if (urlMatches(url, ignoreUrl)) {
          return true;
        }
      }
      return false;
    }
    exports2.isUrlIgnored = isUrlIgnored;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/promise.js
var require_promise = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/promise.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.Deferred = void 0;
    var Deferred = class {
      _promise;
      _resolve;
      _reject;
      constructor() {
        this._promise = new Promise((resolve2, reject) => {
          this._resolve = resolve2;
          this._reject = reject;
        });
      }
      get promise() {
        return this._promise;
      }
      resolve(val) {
        this._resolve(val);
      }
      reject(err) {
        this._reject(err);
      }
    };
    exports2.Deferred = Deferred;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/callback.js
var require_callback = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/callback.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.BindOnceFuture = void 0;
    var promise_1 = require_promise();
    var BindOnceFuture = class {
      _isCalled = false;
      _deferred = new promise_1.Deferred();
      _callback;
      _that;
      constructor(callback, that) {
        this._callback = callback;
        this._that = that;
      }
      get isCalled() {
        return this._isCalled;
      }
      get promise() {
        return this._deferred.promise;
      }
      call(...args) {
        if (!this._isCalled) {
          this._isCalled = true;
          try {
            Promise.resolve(this._callback.call(this._that, ...args)).then((val) => this._deferred.resolve(val), (err) => this._deferred.reject(err));
          } catch (err) {
            this._deferred.reject(err);
          }
        }
        return this._deferred.promise;
      }
    };
    exports2.BindOnceFuture = BindOnceFuture;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/configuration.js
var require_configuration = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/utils/configuration.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.diagLogLevelFromString = void 0;
    var api_1 = require("@opentelemetry/api");
    var logLevelMap = {
      ALL: api_1.DiagLogLevel.ALL,
      VERBOSE: api_1.DiagLogLevel.VERBOSE,
      DEBUG: api_1.DiagLogLevel.DEBUG,
      INFO: api_1.DiagLogLevel.INFO,
      WARN: api_1.DiagLogLevel.WARN,
      ERROR: api_1.DiagLogLevel.ERROR,
      NONE: api_1.DiagLogLevel.NONE
    };
    function diagLogLevelFromString(value) {
      if (value == null) {
        return void 0;
      }
      const resolvedLogLevel = logLevelMap[value.toUpperCase()];
      if (resolvedLogLevel == null) {
        api_1.diag.warn(`Unknown log level "${value}", expected one of ${Object.keys(logLevelMap)}, using default`);
        return api_1.DiagLogLevel.INFO;
      }
      return resolvedLogLevel;
    }
    exports2.diagLogLevelFromString = diagLogLevelFromString;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/internal/exporter.js
var require_exporter = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/internal/exporter.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2._export = void 0;
    var api_1 = require("@opentelemetry/api");
    var suppress_tracing_1 = require_suppress_tracing();
    function _export(exporter, arg) {
      return new Promise((resolve2) => {
        api_1.context.with((0, suppress_tracing_1.suppressTracing)(api_1.context.active()), () => {
          exporter.export(arg, resolve2);
        });
      });
    }
    exports2._export = _export;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/core/build/src/index.js
var require_src = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/core/build/src/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.diagLogLevelFromString = exports2.BindOnceFuture = exports2.urlMatches = exports2.isUrlIgnored = exports2.callWithTimeout = exports2.TimeoutError = exports2.merge = exports2.TraceState = exports2.unsuppressTracing = exports2.suppressTracing = exports2.isTracingSuppressed = exports2.setRPCMetadata = exports2.getRPCMetadata = exports2.deleteRPCMetadata = exports2.RPCType = exports2.parseTraceParent = exports2.W3CTraceContextPropagator = exports2.TRACE_STATE_HEADER = exports2.TRACE_PARENT_HEADER = exports2.CompositePropagator = exports2.otperformance = exports2.getStringListFromEnv = exports2.getNumberFromEnv = exports2.getBooleanFromEnv = exports2.getStringFromEnv = exports2._globalThis = exports2.SDK_INFO = exports2.parseKeyPairsIntoRecord = exports2.ExportResultCode = exports2.unrefTimer = exports2.timeInputToHrTime = exports2.millisToHrTime = exports2.isTimeInputHrTime = exports2.isTimeInput = exports2.hrTimeToTimeStamp = exports2.hrTimeToSeconds = exports2.hrTimeToNanoseconds = exports2.hrTimeToMilliseconds = exports2.hrTimeToMicroseconds = exports2.hrTimeDuration = exports2.hrTime = exports2.getTimeOrigin = exports2.addHrTimes = exports2.loggingErrorHandler = exports2.setGlobalErrorHandler = exports2.globalErrorHandler = exports2.sanitizeAttributes = exports2.isAttributeValue = exports2.AnchoredClock = exports2.W3CBaggagePropagator = void 0;
    exports2.internal = void 0;
    var W3CBaggagePropagator_1 = require_W3CBaggagePropagator();
    Object.defineProperty(exports2, "W3CBaggagePropagator", { enumerable: true, get: function() {
      return W3CBaggagePropagator_1.W3CBaggagePropagator;
    } });
    var anchored_clock_1 = require_anchored_clock();
    Object.defineProperty(exports2, "AnchoredClock", { enumerable: true, get: function() {
      return anchored_clock_1.AnchoredClock;
    } });
    var attributes_1 = require_attributes();
    Object.defineProperty(exports2, "isAttributeValue", { enumerable: true, get: function() {
      return attributes_1.isAttributeValue;
    } });
    Object.defineProperty(exports2, "sanitizeAttributes", { enumerable: true, get: function() {
      return attributes_1.sanitizeAttributes;
    } });
    var global_error_handler_1 = require_global_error_handler();
    Object.defineProperty(exports2, "globalErrorHandler", { enumerable: true, get: function() {
      return global_error_handler_1.globalErrorHandler;
    } });
    Object.defineProperty(exports2, "setGlobalErrorHandler", { enumerable: true, get: function() {
      return global_error_handler_1.setGlobalErrorHandler;
    } });
    var logging_error_handler_1 = require_logging_error_handler();
    Object.defineProperty(exports2, "loggingErrorHandler", { enumerable: true, get: function() {
      return logging_error_handler_1.loggingErrorHandler;
    } });
    var time_1 = require_time();
    Object.defineProperty(exports2, "addHrTimes", { enumerable: true, get: function() {
      return time_1.addHrTimes;
    } });
    Object.defineProperty(exports2, "getTimeOrigin", { enumerable: true, get: function() {
      return time_1.getTimeOrigin;
    } });
    Object.defineProperty(exports2, "hrTime", { enumerable: true, get: function() {
      return time_1.hrTime;
    } });
    Object.defineProperty(exports2, "hrTimeDuration", { enumerable: true, get: function() {
      return time_1.hrTimeDuration;
    } });
    Object.defineProperty(exports2, "hrTimeToMicroseconds", { enumerable: true, get: function() {
      return time_1.hrTimeToMicroseconds;
    } });
    Object.defineProperty(exports2, "hrTimeToMilliseconds", { enumerable: true, get: function() {
      return time_1.hrTimeToMilliseconds;
    } });
    Object.defineProperty(exports2, "hrTimeToNanoseconds", { enumerable: true, get: function() {
      return time_1.hrTimeToNanoseconds;
    } });
    Object.defineProperty(exports2, "hrTimeToSeconds", { enumerable: true, get: function() {
      return time_1.hrTimeToSeconds;
    } });
    Object.defineProperty(exports2, "hrTimeToTimeStamp", { enumerable: true, get: function() {
      return time_1.hrTimeToTimeStamp;
    } });
    Object.defineProperty(exports2, "isTimeInput", { enumerable: true, get: function() {
      return time_1.isTimeInput;
    } });
    Object.defineProperty(exports2, "isTimeInputHrTime", { enumerable: true, get: function() {
      return time_1.isTimeInputHrTime;
    } });
    Object.defineProperty(exports2, "millisToHrTime", { enumerable: true, get: function() {
      return time_1.millisToHrTime;
    } });
    Object.defineProperty(exports2, "timeInputToHrTime", { enumerable: true, get: function() {
      return time_1.timeInputToHrTime;
    } });
    var timer_util_1 = require_timer_util();
    Object.defineProperty(exports2, "unrefTimer", { enumerable: true, get: function() {
      return timer_util_1.unrefTimer;
    } });
    var ExportResult_1 = require_ExportResult();
    Object.defineProperty(exports2, "ExportResultCode", { enumerable: true, get: function() {
      return ExportResult_1.ExportResultCode;
    } });
    var utils_1 = require_utils();
    Object.defineProperty(exports2, "parseKeyPairsIntoRecord", { enumerable: true, get: function() {
      return utils_1.parseKeyPairsIntoRecord;
    } });
    var platform_1 = require_platform();
    Object.defineProperty(exports2, "SDK_INFO", { enumerable: true, get: function() {
      return platform_1.SDK_INFO;
    } });
    Object.defineProperty(exports2, "_globalThis", { enumerable: true, get: function() {
      return platform_1._globalThis;
    } });
    Object.defineProperty(exports2, "getStringFromEnv", { enumerable: true, get: function() {
      return platform_1.getStringFromEnv;
    } });
    Object.defineProperty(exports2, "getBooleanFromEnv", { enumerable: true, get: function() {
      return platform_1.getBooleanFromEnv;
    } });
    Object.defineProperty(exports2, "getNumberFromEnv", { enumerable: true, get: function() {
      return platform_1.getNumberFromEnv;
    } });
    Object.defineProperty(exports2, "getStringListFromEnv", { enumerable: true, get: function() {
      return platform_1.getStringListFromEnv;
    } });
    Object.defineProperty(exports2, "otperformance", { enumerable: true, get: function() {
      return platform_1.otperformance;
    } });
    var composite_1 = require_composite();
    Object.defineProperty(exports2, "CompositePropagator", { enumerable: true, get: function() {
      return composite_1.CompositePropagator;
    } });
    var W3CTraceContextPropagator_1 = require_W3CTraceContextPropagator();
    Object.defineProperty(exports2, "TRACE_PARENT_HEADER", { enumerable: true, get: function() {
      return W3CTraceContextPropagator_1.TRACE_PARENT_HEADER;
    } });
    Object.defineProperty(exports2, "TRACE_STATE_HEADER", { enumerable: true, get: function() {
      return W3CTraceContextPropagator_1.TRACE_STATE_HEADER;
    } });
    Object.defineProperty(exports2, "W3CTraceContextPropagator", { enumerable: true, get: function() {
      return W3CTraceContextPropagator_1.W3CTraceContextPropagator;
    } });
    Object.defineProperty(exports2, "parseTraceParent", { enumerable: true, get: function() {
      return W3CTraceContextPropagator_1.parseTraceParent;
    } });
    var rpc_metadata_1 = require_rpc_metadata();
    Object.defineProperty(exports2, "RPCType", { enumerable: true, get: function() {
      return rpc_metadata_1.RPCType;
    } });
    Object.defineProperty(exports2, "deleteRPCMetadata", { enumerable: true, get: function() {
      return rpc_metadata_1.deleteRPCMetadata;
    } });
    Object.defineProperty(exports2, "getRPCMetadata", { enumerable: true, get: function() {
      return rpc_metadata_1.getRPCMetadata;
    } });
    Object.defineProperty(exports2, "setRPCMetadata", { enumerable: true, get: function() {
      return rpc_metadata_1.setRPCMetadata;
    } });
    var suppress_tracing_1 = require_suppress_tracing();
    Object.defineProperty(exports2, "isTracingSuppressed", { enumerable: true, get: function() {
      return suppress_tracing_1.isTracingSuppressed;
    } });
    Object.defineProperty(exports2, "suppressTracing", { enumerable: true, get: function() {
      return suppress_tracing_1.suppressTracing;
    } });
    Object.defineProperty(exports2, "unsuppressTracing", { enumerable: true, get: function() {
      return suppress_tracing_1.unsuppressTracing;
    } });
    var TraceState_1 = require_TraceState();
    Object.defineProperty(exports2, "TraceState", { enumerable: true, get: function() {
      return TraceState_1.TraceState;
    } });
    var merge_1 = require_merge();
    Object.defineProperty(exports2, "merge", { enumerable: true, get: function() {
      return merge_1.merge;
    } });
    var timeout_1 = require_timeout();
    Object.defineProperty(exports2, "TimeoutError", { enumerable: true, get: function() {
      return timeout_1.TimeoutError;
    } });
    Object.defineProperty(exports2, "callWithTimeout", { enumerable: true, get: function() {
      return timeout_1.callWithTimeout;
    } });
    var url_1 = require_url();
    Object.defineProperty(exports2, "isUrlIgnored", { enumerable: true, get: function() {
      return url_1.isUrlIgnored;
    } });
    Object.defineProperty(exports2, "urlMatches", { enumerable: true, get: function() {
      return url_1.urlMatches;
    } });
    var callback_1 = require_callback();
    Object.defineProperty(exports2, "BindOnceFuture", { enumerable: true, get: function() {
      return callback_1.BindOnceFuture;
    } });
    var configuration_1 = require_configuration();
    Object.defineProperty(exports2, "diagLogLevelFromString", { enumerable: true, get: function() {
      return configuration_1.diagLogLevelFromString;
    } });
    var exporter_1 = require_exporter();
    exports2.internal = {
      _export: exporter_1._export
    };
  }
});

// ../../work/wt/logs/packages/otlp/package.json
var require_package2 = __commonJS({
  "../../work/wt/logs/packages/otlp/package.json"(exports2, module2) {
    module2.exports = {
      name: "@heddle/otlp",
      version: "0.1.0",
      description: "The way out: encode once, batch, hold, send over OTLP gRPC or HTTP, and account for every record",
      license: "Apache-2.0",
      keywords: [
        "opentelemetry",
        "otlp",
        "tracing",
        "logging",
        "observability"
      ],
      main: "./dist/index.js",
      types: "./dist/index.d.ts",
      exports: {
        ".": {
          types: "./dist/index.d.ts",
          default: "./dist/index.js"
        },
        "./package.json": "./package.json"
      },
      files: [
        "dist",
        "README.md",
        "LICENSE"
      ],
      sideEffects: false,
      engines: {
        node: ">=20.6.0"
      },
      publishConfig: {
        access: "public"
      },
      scripts: {
        build: "tsc -b tsconfig.build.json",
        typecheck: "tsc -p tsconfig.json",
        lint: "biome ci .",
        test: "jest"
      },
      dependencies: {
        "@opentelemetry/api-logs": "0.223.0",
        "@opentelemetry/core": "2.12.0",
        "@grpc/grpc-js": "^1.14.4"
      },
      peerDependencies: {
        "@opentelemetry/api": ">=1.9.0 <1.10.0"
      },
      devDependencies: {
        "@opentelemetry/api": ">=1.9.0 <1.10.0",
        "@opentelemetry/otlp-transformer": "0.223.0",
        "@opentelemetry/resources": "2.12.0",
        "@opentelemetry/sdk-logs": "0.223.0",
        "@opentelemetry/sdk-metrics": "2.12.0",
        "@opentelemetry/sdk-trace-node": "2.12.0",
        "fast-check": "^4.10.0",
        "otlp-schema": "npm:@opentelemetry/otlp-transformer@0.203.0",
        protobufjs: "^7.5.0"
      }
    };
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/default-service-name.js
var require_default_service_name = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/default-service-name.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2._clearDefaultServiceNameCache = exports2.defaultServiceName = void 0;
    var serviceName;
    function defaultServiceName() {
      if (serviceName === void 0) {
        try {
          const argv0 = globalThis.process.argv0;
          serviceName = argv0 ? `unknown_service:${argv0}` : "unknown_service";
        } catch {
          serviceName = "unknown_service";
        }
      }
      return serviceName;
    }
    exports2.defaultServiceName = defaultServiceName;
    function _clearDefaultServiceNameCache() {
      serviceName = void 0;
    }
    exports2._clearDefaultServiceNameCache = _clearDefaultServiceNameCache;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/utils.js
var require_utils3 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.isPromiseLike = void 0;
    var isPromiseLike = (val) => {
      return val !== null && typeof val === "object" && typeof val.then === "function";
    };
    exports2.isPromiseLike = isPromiseLike;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/ResourceImpl.js
var require_ResourceImpl = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/ResourceImpl.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.defaultResource = exports2.emptyResource = exports2.resourceFromDetectedResource = exports2.resourceFromAttributes = void 0;
    var api_1 = require("@opentelemetry/api");
    var core_1 = require_src();
    var semantic_conventions_1 = require_dist();
    var default_service_name_1 = require_default_service_name();
    var utils_1 = require_utils3();
    var ResourceImpl = class _ResourceImpl {
      _rawAttributes;
      _asyncAttributesPending = false;
      _schemaUrl;
      _memoizedAttributes;
      static FromAttributeList(attributes, options) {
        const res = new _ResourceImpl({}, options);
        res._rawAttributes = guardedRawAttributes(attributes);
        res._asyncAttributesPending = attributes.filter(([_, val]) => (0, utils_1.isPromiseLike)(val)).length > 0;
        return res;
      }
      constructor(resource, options) {
        const attributes = resource.attributes ?? {};
        this._rawAttributes = Object.entries(attributes).map(([k, v]) => {
          if ((0, utils_1.isPromiseLike)(v)) {
            this._asyncAttributesPending = true;
          }
          return [k, v];
        });
        this._rawAttributes = guardedRawAttributes(this._rawAttributes);
        this._schemaUrl = validateSchemaUrl(options?.schemaUrl);
      }
      get asyncAttributesPending() {
        return this._asyncAttributesPending;
      }
      async waitForAsyncAttributes() {
        if (!this.asyncAttributesPending) {
          return;
        }
        for (let i = 0; i < this._rawAttributes.length; i++) {
          const [k, v] = this._rawAttributes[i];
          this._rawAttributes[i] = [k, (0, utils_1.isPromiseLike)(v) ? await v : v];
        }
        this._asyncAttributesPending = false;
      }
      get attributes() {
        if (this.asyncAttributesPending) {
          api_1.diag.error("Accessing resource attributes before async attributes settled");
        }
        if (this._memoizedAttributes) {
          return this._memoizedAttributes;
        }
        const attrs = {};
        for (const [k, v] of this._rawAttributes) {
          if ((0, utils_1.isPromiseLike)(v)) {
            api_1.diag.debug(`Unsettled resource attribute ${k} skipped`);
            continue;
          }
          if (v != null) {
            attrs[k] ??= v;
          }
        }
        if (!this._asyncAttributesPending) {
          this._memoizedAttributes = attrs;
        }
        return attrs;
      }
      getRawAttributes() {
        return this._rawAttributes;
      }
      get schemaUrl() {
        return this._schemaUrl;
      }
      merge(resource) {
        if (resource == null)
          return this;
        const mergedSchemaUrl = mergeSchemaUrl(this, resource);
        const mergedOptions = mergedSchemaUrl ? { schemaUrl: mergedSchemaUrl } : void 0;
        return _ResourceImpl.FromAttributeList([...resource.getRawAttributes(), ...this.getRawAttributes()], mergedOptions);
      }
    };
    function resourceFromAttributes2(attributes, options) {
      return ResourceImpl.FromAttributeList(Object.entries(attributes), options);
    }
    exports2.resourceFromAttributes = resourceFromAttributes2;
    function resourceFromDetectedResource(detectedResource, options) {
      return new ResourceImpl(detectedResource, options);
    }
    exports2.resourceFromDetectedResource = resourceFromDetectedResource;
    function emptyResource() {
      return resourceFromAttributes2({});
    }
    exports2.emptyResource = emptyResource;
    function defaultResource() {
      return resourceFromAttributes2({
        [semantic_conventions_1.ATTR_SERVICE_NAME]: (0, default_service_name_1.defaultServiceName)(),
        [semantic_conventions_1.ATTR_TELEMETRY_SDK_LANGUAGE]: core_1.SDK_INFO[semantic_conventions_1.ATTR_TELEMETRY_SDK_LANGUAGE],
        [semantic_conventions_1.ATTR_TELEMETRY_SDK_NAME]: core_1.SDK_INFO[semantic_conventions_1.ATTR_TELEMETRY_SDK_NAME],
        [semantic_conventions_1.ATTR_TELEMETRY_SDK_VERSION]: core_1.SDK_INFO[semantic_conventions_1.ATTR_TELEMETRY_SDK_VERSION]
      });
    }
    exports2.defaultResource = defaultResource;
    function guardedRawAttributes(attributes) {
      return attributes.map(([k, v]) => {
        if ((0, utils_1.isPromiseLike)(v)) {
          return [
            k,
            v.catch((err) => {
              api_1.diag.debug("promise rejection for resource attribute: %s - %s", k, err);
              return void 0;
            })
          ];
        }
        return [k, v];
      });
    }
    function validateSchemaUrl(schemaUrl) {
      if (typeof schemaUrl === "string" || schemaUrl === void 0) {
        return schemaUrl;
      }
      api_1.diag.warn("Schema URL must be string or undefined, got %s. Schema URL will be ignored.", schemaUrl);
      return void 0;
    }
    function mergeSchemaUrl(old, updating) {
      const oldSchemaUrl = old?.schemaUrl;
      const updatingSchemaUrl = updating?.schemaUrl;
      const isOldEmpty = oldSchemaUrl === void 0 || oldSchemaUrl === "";
      const isUpdatingEmpty = updatingSchemaUrl === void 0 || updatingSchemaUrl === "";
      if (isOldEmpty) {
        return updatingSchemaUrl;
      }
      if (isUpdatingEmpty) {
        return oldSchemaUrl;
      }
      if (oldSchemaUrl === updatingSchemaUrl) {
        return oldSchemaUrl;
      }
      api_1.diag.warn('Schema URL merge conflict: old resource has "%s", updating resource has "%s". Resulting resource will have undefined Schema URL.', oldSchemaUrl, updatingSchemaUrl);
      return void 0;
    }
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detect-resources.js
var require_detect_resources = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detect-resources.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.detectResources = void 0;
    var api_1 = require("@opentelemetry/api");
    var ResourceImpl_1 = require_ResourceImpl();
    var detectResources = (config = {}) => {
      const resources = (config.detectors || []).map((d) => {
        try {
          const resource = (0, ResourceImpl_1.resourceFromDetectedResource)(d.detect(config));
          api_1.diag.debug(`${d.constructor.name} found resource.`, resource);
          return resource;
        } catch (e) {
          api_1.diag.debug(`${d.constructor.name} failed: ${e.message}`);
          return (0, ResourceImpl_1.emptyResource)();
        }
      });
      return resources.reduce((acc, resource) => acc.merge(resource), (0, ResourceImpl_1.emptyResource)());
    };
    exports2.detectResources = detectResources;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/EnvDetector.js
var require_EnvDetector = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/EnvDetector.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.envDetector = void 0;
    var api_1 = require("@opentelemetry/api");
    var semantic_conventions_1 = require_dist();
    var core_1 = require_src();
    var EnvDetector = class {
      // Type, attribute keys, and attribute values should not exceed 256 characters.
      _MAX_LENGTH = 255;
      // OTEL_RESOURCE_ATTRIBUTES is a comma-separated list of attributes.
      _COMMA_SEPARATOR = ",";
      // OTEL_RESOURCE_ATTRIBUTES contains key value pair separated by '='.
      _LABEL_KEY_VALUE_SPLITTER = "=";
      /**
       * Returns a {@link Resource} populated with attributes from the
       * OTEL_RESOURCE_ATTRIBUTES environment variable. Note this is an async
       * function to conform to the Detector interface.
       *
       * @param config The resource detection config
       */
      detect(_config) {
        const attributes = {};
        const rawAttributes = (0, core_1.getStringFromEnv)("OTEL_RESOURCE_ATTRIBUTES");
        const serviceName = (0, core_1.getStringFromEnv)("OTEL_SERVICE_NAME");
        if (rawAttributes) {
          try {
            const parsedAttributes = this._parseResourceAttributes(rawAttributes);
            Object.assign(attributes, parsedAttributes);
          } catch (e) {
            api_1.diag.debug(`EnvDetector failed: ${e instanceof Error ? e.message : e}`);
          }
        }
        if (serviceName) {
          attributes[semantic_conventions_1.ATTR_SERVICE_NAME] = serviceName;
        }
        return { attributes };
      }
      /**
       * Creates an attribute map from the OTEL_RESOURCE_ATTRIBUTES environment
       * variable.
       *
       * OTEL_RESOURCE_ATTRIBUTES: A comma-separated list of attributes in the
       * format "key1=value1,key2=value2". The ',' and '=' characters in keys
       * and values MUST be percent-encoded. Other characters MAY be percent-encoded.
       *
       * Per the spec, on any error (e.g., decoding failure), the entire environment
       * variable value is discarded.
       *
       * @param rawEnvAttributes The resource attributes as a comma-separated list
       * of key/value pairs.
       * @returns The parsed resource attributes.
       * @throws Error if parsing fails (caller handles by discarding all attributes)
       */
      _parseResourceAttributes(rawEnvAttributes) {
        if (!rawEnvAttributes)
          return {};
        const attributes = {};
        const rawAttributes = rawEnvAttributes.split(this._COMMA_SEPARATOR).filter((attr) => attr.trim() !== "");
        for (const rawAttribute of rawAttributes) {
          const keyValuePair = rawAttribute.split(this._LABEL_KEY_VALUE_SPLITTER);
          if (keyValuePair.length !== 2) {
            throw new Error(`Invalid format for OTEL_RESOURCE_ATTRIBUTES: "${rawAttribute}". Expected format: key=value. The ',' and '=' characters must be percent-encoded in keys and values.`);
          }
          const [rawKey, rawValue] = keyValuePair;
          const key = rawKey.trim();
          const value = rawValue.trim();
          if (key.length === 0) {
            throw new Error(`Invalid OTEL_RESOURCE_ATTRIBUTES: empty attribute key in "${rawAttribute}".`);
          }
          let decodedKey;
          let decodedValue;
          try {
            decodedKey = decodeURIComponent(key);
            decodedValue = decodeURIComponent(value);
          } catch (e) {
            throw new Error(`Failed to percent-decode OTEL_RESOURCE_ATTRIBUTES entry "${rawAttribute}": ${e instanceof Error ? e.message : e}`, { cause: e });
          }
          if (decodedKey.length > this._MAX_LENGTH) {
            throw new Error(`Attribute key exceeds the maximum length of ${this._MAX_LENGTH} characters: "${decodedKey}".`);
          }
          if (decodedValue.length > this._MAX_LENGTH) {
            throw new Error(`Attribute value exceeds the maximum length of ${this._MAX_LENGTH} characters for key "${decodedKey}".`);
          }
          attributes[decodedKey] = decodedValue;
        }
        return attributes;
      }
    };
    exports2.envDetector = new EnvDetector();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/semconv.js
var require_semconv2 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/semconv.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ATTR_WEBENGINE_VERSION = exports2.ATTR_WEBENGINE_NAME = exports2.ATTR_WEBENGINE_DESCRIPTION = exports2.ATTR_SERVICE_NAMESPACE = exports2.ATTR_SERVICE_INSTANCE_ID = exports2.ATTR_PROCESS_RUNTIME_VERSION = exports2.ATTR_PROCESS_RUNTIME_NAME = exports2.ATTR_PROCESS_RUNTIME_DESCRIPTION = exports2.ATTR_PROCESS_PID = exports2.ATTR_PROCESS_OWNER = exports2.ATTR_PROCESS_EXECUTABLE_PATH = exports2.ATTR_PROCESS_EXECUTABLE_NAME = exports2.ATTR_PROCESS_COMMAND_ARGS = exports2.ATTR_PROCESS_COMMAND = exports2.ATTR_OS_VERSION = exports2.ATTR_OS_TYPE = exports2.ATTR_K8S_POD_NAME = exports2.ATTR_K8S_NAMESPACE_NAME = exports2.ATTR_K8S_DEPLOYMENT_NAME = exports2.ATTR_K8S_CLUSTER_NAME = exports2.ATTR_HOST_TYPE = exports2.ATTR_HOST_NAME = exports2.ATTR_HOST_IMAGE_VERSION = exports2.ATTR_HOST_IMAGE_NAME = exports2.ATTR_HOST_IMAGE_ID = exports2.ATTR_HOST_ID = exports2.ATTR_HOST_ARCH = exports2.ATTR_CONTAINER_NAME = exports2.ATTR_CONTAINER_IMAGE_TAGS = exports2.ATTR_CONTAINER_IMAGE_NAME = exports2.ATTR_CONTAINER_ID = exports2.ATTR_CLOUD_REGION = exports2.ATTR_CLOUD_PROVIDER = exports2.ATTR_CLOUD_AVAILABILITY_ZONE = exports2.ATTR_CLOUD_ACCOUNT_ID = void 0;
    exports2.ATTR_CLOUD_ACCOUNT_ID = "cloud.account.id";
    exports2.ATTR_CLOUD_AVAILABILITY_ZONE = "cloud.availability_zone";
    exports2.ATTR_CLOUD_PROVIDER = "cloud.provider";
    exports2.ATTR_CLOUD_REGION = "cloud.region";
    exports2.ATTR_CONTAINER_ID = "container.id";
    exports2.ATTR_CONTAINER_IMAGE_NAME = "container.image.name";
    exports2.ATTR_CONTAINER_IMAGE_TAGS = "container.image.tags";
    exports2.ATTR_CONTAINER_NAME = "container.name";
    exports2.ATTR_HOST_ARCH = "host.arch";
    exports2.ATTR_HOST_ID = "host.id";
    exports2.ATTR_HOST_IMAGE_ID = "host.image.id";
    exports2.ATTR_HOST_IMAGE_NAME = "host.image.name";
    exports2.ATTR_HOST_IMAGE_VERSION = "host.image.version";
    exports2.ATTR_HOST_NAME = "host.name";
    exports2.ATTR_HOST_TYPE = "host.type";
    exports2.ATTR_K8S_CLUSTER_NAME = "k8s.cluster.name";
    exports2.ATTR_K8S_DEPLOYMENT_NAME = "k8s.deployment.name";
    exports2.ATTR_K8S_NAMESPACE_NAME = "k8s.namespace.name";
    exports2.ATTR_K8S_POD_NAME = "k8s.pod.name";
    exports2.ATTR_OS_TYPE = "os.type";
    exports2.ATTR_OS_VERSION = "os.version";
    exports2.ATTR_PROCESS_COMMAND = "process.command";
    exports2.ATTR_PROCESS_COMMAND_ARGS = "process.command_args";
    exports2.ATTR_PROCESS_EXECUTABLE_NAME = "process.executable.name";
    exports2.ATTR_PROCESS_EXECUTABLE_PATH = "process.executable.path";
    exports2.ATTR_PROCESS_OWNER = "process.owner";
    exports2.ATTR_PROCESS_PID = "process.pid";
    exports2.ATTR_PROCESS_RUNTIME_DESCRIPTION = "process.runtime.description";
    exports2.ATTR_PROCESS_RUNTIME_NAME = "process.runtime.name";
    exports2.ATTR_PROCESS_RUNTIME_VERSION = "process.runtime.version";
    exports2.ATTR_SERVICE_INSTANCE_ID = "service.instance.id";
    exports2.ATTR_SERVICE_NAMESPACE = "service.namespace";
    exports2.ATTR_WEBENGINE_DESCRIPTION = "webengine.description";
    exports2.ATTR_WEBENGINE_NAME = "webengine.name";
    exports2.ATTR_WEBENGINE_VERSION = "webengine.version";
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/execAsync.js
var require_execAsync = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/execAsync.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.execAsync = void 0;
    var child_process = require("child_process");
    var util = require("util");
    exports2.execAsync = util.promisify(child_process.exec);
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-darwin.js
var require_getMachineId_darwin = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-darwin.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getMachineId = void 0;
    var execAsync_1 = require_execAsync();
    var api_1 = require("@opentelemetry/api");
    async function getMachineId() {
      try {
        const result = await (0, execAsync_1.execAsync)('ioreg -rd1 -c "IOPlatformExpertDevice"');
        const idLine = result.stdout.split("\n").find((line) => line.includes("IOPlatformUUID"));
        if (!idLine) {
          return void 0;
        }
        const parts = idLine.split('" = "');
        if (parts.length === 2) {
          return parts[1].slice(0, -1);
        }
      } catch (e) {
        api_1.diag.debug(`error reading machine id: ${e}`);
      }
      return void 0;
    }
    exports2.getMachineId = getMachineId;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-linux.js
var require_getMachineId_linux = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-linux.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getMachineId = void 0;
    var fs_1 = require("fs");
    var api_1 = require("@opentelemetry/api");
    async function getMachineId() {
      const paths = ["/etc/machine-id", "/var/lib/dbus/machine-id"];
      for (const path of paths) {
        try {
          const result = await fs_1.promises.readFile(path, { encoding: "utf8" });
          return result.trim();
        } catch (e) {
          api_1.diag.debug(`error reading machine id: ${e}`);
        }
      }
      return void 0;
    }
    exports2.getMachineId = getMachineId;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-bsd.js
var require_getMachineId_bsd = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-bsd.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getMachineId = void 0;
    var fs_1 = require("fs");
    var execAsync_1 = require_execAsync();
    var api_1 = require("@opentelemetry/api");
    async function getMachineId() {
      try {
        const result = await fs_1.promises.readFile("/etc/hostid", { encoding: "utf8" });
        return result.trim();
      } catch (e) {
        api_1.diag.debug(`error reading machine id: ${e}`);
      }
      try {
        const result = await (0, execAsync_1.execAsync)("kenv -q smbios.system.uuid");
        return result.stdout.trim();
      } catch (e) {
        api_1.diag.debug(`error reading machine id: ${e}`);
      }
      return void 0;
    }
    exports2.getMachineId = getMachineId;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-win.js
var require_getMachineId_win = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-win.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getMachineId = void 0;
    var process2 = require("process");
    var execAsync_1 = require_execAsync();
    var api_1 = require("@opentelemetry/api");
    async function getMachineId() {
      const args = "QUERY HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography /v MachineGuid";
      let command = "%windir%\\System32\\REG.exe";
      if (process2.arch === "ia32" && "PROCESSOR_ARCHITEW6432" in process2.env) {
        command = "%windir%\\sysnative\\cmd.exe /c " + command;
      }
      try {
        const result = await (0, execAsync_1.execAsync)(`${command} ${args}`);
        const parts = result.stdout.split("REG_SZ");
        if (parts.length === 2) {
          return parts[1].trim();
        }
      } catch (e) {
        api_1.diag.debug(`error reading machine id: ${e}`);
      }
      return void 0;
    }
    exports2.getMachineId = getMachineId;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-unsupported.js
var require_getMachineId_unsupported = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId-unsupported.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getMachineId = void 0;
    var api_1 = require("@opentelemetry/api");
    async function getMachineId() {
      api_1.diag.debug("could not read machine-id: unsupported platform");
      return void 0;
    }
    exports2.getMachineId = getMachineId;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId.js
var require_getMachineId = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/machine-id/getMachineId.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getMachineId = void 0;
    var process2 = require("process");
    var getMachineIdImpl;
    async function getMachineId() {
      if (!getMachineIdImpl) {
        switch (process2.platform) {
          case "darwin":
            getMachineIdImpl = (await Promise.resolve().then(() => __toESM(require_getMachineId_darwin()))).getMachineId;
            break;
          case "linux":
            getMachineIdImpl = (await Promise.resolve().then(() => __toESM(require_getMachineId_linux()))).getMachineId;
            break;
          case "freebsd":
            getMachineIdImpl = (await Promise.resolve().then(() => __toESM(require_getMachineId_bsd()))).getMachineId;
            break;
          case "win32":
            getMachineIdImpl = (await Promise.resolve().then(() => __toESM(require_getMachineId_win()))).getMachineId;
            break;
          default:
            getMachineIdImpl = (await Promise.resolve().then(() => __toESM(require_getMachineId_unsupported()))).getMachineId;
            break;
        }
      }
      return getMachineIdImpl();
    }
    exports2.getMachineId = getMachineId;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/utils.js
var require_utils4 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.normalizeType = exports2.normalizeArch = void 0;
    var normalizeArch = (nodeArchString) => {
      switch (nodeArchString) {
        case "arm":
          return "arm32";
        case "ppc":
          return "ppc32";
        case "x64":
          return "amd64";
        default:
          return nodeArchString;
      }
    };
    exports2.normalizeArch = normalizeArch;
    var normalizeType = (nodePlatform) => {
      switch (nodePlatform) {
        case "sunos":
          return "solaris";
        case "win32":
          return "windows";
        default:
          return nodePlatform;
      }
    };
    exports2.normalizeType = normalizeType;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/HostDetector.js
var require_HostDetector = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/HostDetector.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.hostDetector = void 0;
    var semconv_1 = require_semconv2();
    var os_1 = require("os");
    var getMachineId_1 = require_getMachineId();
    var utils_1 = require_utils4();
    var HostDetector = class {
      detect(_config) {
        const attributes = {
          [semconv_1.ATTR_HOST_NAME]: (0, os_1.hostname)(),
          [semconv_1.ATTR_HOST_ARCH]: (0, utils_1.normalizeArch)((0, os_1.arch)()),
          [semconv_1.ATTR_HOST_ID]: (0, getMachineId_1.getMachineId)()
        };
        return { attributes };
      }
    };
    exports2.hostDetector = new HostDetector();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/OSDetector.js
var require_OSDetector = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/OSDetector.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.osDetector = void 0;
    var semconv_1 = require_semconv2();
    var os_1 = require("os");
    var utils_1 = require_utils4();
    var OSDetector = class {
      detect(_config) {
        const attributes = {
          [semconv_1.ATTR_OS_TYPE]: (0, utils_1.normalizeType)((0, os_1.platform)()),
          [semconv_1.ATTR_OS_VERSION]: (0, os_1.release)()
        };
        return { attributes };
      }
    };
    exports2.osDetector = new OSDetector();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/ProcessDetector.js
var require_ProcessDetector = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/ProcessDetector.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.processDetector = void 0;
    var api_1 = require("@opentelemetry/api");
    var semconv_1 = require_semconv2();
    var os = require("os");
    var ProcessDetector = class {
      detect(_config) {
        const attributes = {
          [semconv_1.ATTR_PROCESS_PID]: process.pid,
          [semconv_1.ATTR_PROCESS_EXECUTABLE_NAME]: process.title,
          [semconv_1.ATTR_PROCESS_EXECUTABLE_PATH]: process.execPath,
          [semconv_1.ATTR_PROCESS_COMMAND_ARGS]: [
            process.argv[0],
            ...process.execArgv,
            ...process.argv.slice(1)
          ],
          [semconv_1.ATTR_PROCESS_RUNTIME_VERSION]: process.versions.node,
          [semconv_1.ATTR_PROCESS_RUNTIME_NAME]: "nodejs",
          [semconv_1.ATTR_PROCESS_RUNTIME_DESCRIPTION]: "Node.js"
        };
        if (process.argv.length > 1) {
          attributes[semconv_1.ATTR_PROCESS_COMMAND] = process.argv[1];
        }
        try {
          const userInfo = os.userInfo();
          attributes[semconv_1.ATTR_PROCESS_OWNER] = userInfo.username;
        } catch (e) {
          api_1.diag.debug(`error obtaining process owner: ${e}`);
        }
        return { attributes };
      }
    };
    exports2.processDetector = new ProcessDetector();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/ServiceInstanceIdDetector.js
var require_ServiceInstanceIdDetector = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/ServiceInstanceIdDetector.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.serviceInstanceIdDetector = void 0;
    var semconv_1 = require_semconv2();
    var crypto_1 = require("crypto");
    var ServiceInstanceIdDetector = class {
      // Multiple calls to ServiceInstanceIdDetector return the same ID.
      _serviceInstanceId;
      detect(_config) {
        if (!this._serviceInstanceId) {
          this._serviceInstanceId = (0, crypto_1.randomUUID)();
        }
        return {
          attributes: {
            [semconv_1.ATTR_SERVICE_INSTANCE_ID]: this._serviceInstanceId
          }
        };
      }
    };
    exports2.serviceInstanceIdDetector = new ServiceInstanceIdDetector();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/index.js
var require_node2 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/node/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.serviceInstanceIdDetector = exports2.processDetector = exports2.osDetector = exports2.hostDetector = void 0;
    var HostDetector_1 = require_HostDetector();
    Object.defineProperty(exports2, "hostDetector", { enumerable: true, get: function() {
      return HostDetector_1.hostDetector;
    } });
    var OSDetector_1 = require_OSDetector();
    Object.defineProperty(exports2, "osDetector", { enumerable: true, get: function() {
      return OSDetector_1.osDetector;
    } });
    var ProcessDetector_1 = require_ProcessDetector();
    Object.defineProperty(exports2, "processDetector", { enumerable: true, get: function() {
      return ProcessDetector_1.processDetector;
    } });
    var ServiceInstanceIdDetector_1 = require_ServiceInstanceIdDetector();
    Object.defineProperty(exports2, "serviceInstanceIdDetector", { enumerable: true, get: function() {
      return ServiceInstanceIdDetector_1.serviceInstanceIdDetector;
    } });
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/index.js
var require_platform2 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/platform/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.serviceInstanceIdDetector = exports2.processDetector = exports2.osDetector = exports2.hostDetector = void 0;
    var node_1 = require_node2();
    Object.defineProperty(exports2, "hostDetector", { enumerable: true, get: function() {
      return node_1.hostDetector;
    } });
    Object.defineProperty(exports2, "osDetector", { enumerable: true, get: function() {
      return node_1.osDetector;
    } });
    Object.defineProperty(exports2, "processDetector", { enumerable: true, get: function() {
      return node_1.processDetector;
    } });
    Object.defineProperty(exports2, "serviceInstanceIdDetector", { enumerable: true, get: function() {
      return node_1.serviceInstanceIdDetector;
    } });
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/NoopDetector.js
var require_NoopDetector = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/NoopDetector.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.noopDetector = exports2.NoopDetector = void 0;
    var NoopDetector = class {
      detect() {
        return {
          attributes: {}
        };
      }
    };
    exports2.NoopDetector = NoopDetector;
    exports2.noopDetector = new NoopDetector();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/index.js
var require_detectors = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/detectors/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.noopDetector = exports2.serviceInstanceIdDetector = exports2.processDetector = exports2.osDetector = exports2.hostDetector = exports2.envDetector = void 0;
    var EnvDetector_1 = require_EnvDetector();
    Object.defineProperty(exports2, "envDetector", { enumerable: true, get: function() {
      return EnvDetector_1.envDetector;
    } });
    var platform_1 = require_platform2();
    Object.defineProperty(exports2, "hostDetector", { enumerable: true, get: function() {
      return platform_1.hostDetector;
    } });
    Object.defineProperty(exports2, "osDetector", { enumerable: true, get: function() {
      return platform_1.osDetector;
    } });
    Object.defineProperty(exports2, "processDetector", { enumerable: true, get: function() {
      return platform_1.processDetector;
    } });
    Object.defineProperty(exports2, "serviceInstanceIdDetector", { enumerable: true, get: function() {
      return platform_1.serviceInstanceIdDetector;
    } });
    var NoopDetector_1 = require_NoopDetector();
    Object.defineProperty(exports2, "noopDetector", { enumerable: true, get: function() {
      return NoopDetector_1.noopDetector;
    } });
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/index.js
var require_src2 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/resources/build/src/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.defaultServiceName = exports2.emptyResource = exports2.defaultResource = exports2.resourceFromAttributes = exports2.serviceInstanceIdDetector = exports2.processDetector = exports2.osDetector = exports2.hostDetector = exports2.envDetector = exports2.detectResources = void 0;
    var detect_resources_1 = require_detect_resources();
    Object.defineProperty(exports2, "detectResources", { enumerable: true, get: function() {
      return detect_resources_1.detectResources;
    } });
    var detectors_1 = require_detectors();
    Object.defineProperty(exports2, "envDetector", { enumerable: true, get: function() {
      return detectors_1.envDetector;
    } });
    Object.defineProperty(exports2, "hostDetector", { enumerable: true, get: function() {
      return detectors_1.hostDetector;
    } });
    Object.defineProperty(exports2, "osDetector", { enumerable: true, get: function() {
      return detectors_1.osDetector;
    } });
    Object.defineProperty(exports2, "processDetector", { enumerable: true, get: function() {
      return detectors_1.processDetector;
    } });
    Object.defineProperty(exports2, "serviceInstanceIdDetector", { enumerable: true, get: function() {
      return detectors_1.serviceInstanceIdDetector;
    } });
    var ResourceImpl_1 = require_ResourceImpl();
    Object.defineProperty(exports2, "resourceFromAttributes", { enumerable: true, get: function() {
      return ResourceImpl_1.resourceFromAttributes;
    } });
    Object.defineProperty(exports2, "defaultResource", { enumerable: true, get: function() {
      return ResourceImpl_1.defaultResource;
    } });
    Object.defineProperty(exports2, "emptyResource", { enumerable: true, get: function() {
      return ResourceImpl_1.emptyResource;
    } });
    var default_service_name_1 = require_default_service_name();
    Object.defineProperty(exports2, "defaultServiceName", { enumerable: true, get: function() {
      return default_service_name_1.defaultServiceName;
    } });
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/AbstractAsyncHooksContextManager.js
var require_AbstractAsyncHooksContextManager = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/AbstractAsyncHooksContextManager.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.AbstractAsyncHooksContextManager = void 0;
    var events_1 = require("events");
    var ADD_LISTENER_METHODS = [
      "addListener",
      "on",
      "once",
      "prependListener",
      "prependOnceListener"
    ];
    var AbstractAsyncHooksContextManager = class {
      /**
       * Binds a the certain context or the active one to the target function and then returns the target
       * @param context A context (span) to be bind to target
       * @param target a function or event emitter. When target or one of its callbacks is called,
       *  the provided context will be used as the active context for the duration of the call.
       */
      bind(context7, target) {
        if (target instanceof events_1.EventEmitter) {
          return this._bindEventEmitter(context7, target);
        }
        if (typeof target === "function") {
          return this._bindFunction(context7, target);
        }
        return target;
      }
      _bindFunction(context7, target) {
        const manager = this;
        const contextWrapper = function(...args) {
          return manager.with(context7, () => target.apply(this, args));
        };
        Object.defineProperty(contextWrapper, "length", {
          enumerable: false,
          configurable: true,
          writable: false,
          value: target.length
        });
        return contextWrapper;
      }
      /**
       * By default, EventEmitter call their callback with their context, which we do
       * not want, instead we will bind a specific context to all callbacks that
       * go through it.
       * @param context the context we want to bind
       * @param ee EventEmitter an instance of EventEmitter to patch
       */
      _bindEventEmitter(context7, ee) {
        const map = this._getPatchMap(ee);
        if (map !== void 0)
          return ee;
        this._createPatchMap(ee);
        ADD_LISTENER_METHODS.forEach((methodName) => {
          if (ee[methodName] === void 0)
            return;
          ee[methodName] = this._patchAddListener(ee, ee[methodName], context7);
        });
        if (typeof ee.removeListener === "function") {
          ee.removeListener = this._patchRemoveListener(ee, ee.removeListener);
        }
        if (typeof ee.off === "function") {
          ee.off = this._patchRemoveListener(ee, ee.off);
        }
        if (typeof ee.removeAllListeners === "function") {
          ee.removeAllListeners = this._patchRemoveAllListeners(ee, ee.removeAllListeners);
        }
        return ee;
      }
      /**
       * Patch methods that remove a given listener so that we match the "patched"
       * version of that listener (the one that propagate context).
       * @param ee EventEmitter instance
       * @param original reference to the patched method
       */
      _patchRemoveListener(ee, original) {
        const contextManager = this;
        return function(event, listener) {
          const events = contextManager._getPatchMap(ee)?.[event];
          if (events === void 0) {
            return original.call(this, event, listener);
          }
          const patchedListener = events.get(listener);
          return original.call(this, event, patchedListener || listener);
        };
      }
      /**
       * Patch methods that remove all listeners so we remove our
       * internal references for a given event.
       * @param ee EventEmitter instance
       * @param original reference to the patched method
       */
      _patchRemoveAllListeners(ee, original) {
        const contextManager = this;
        return function(event) {
          const map = contextManager._getPatchMap(ee);
          if (map !== void 0) {
            if (arguments.length === 0) {
              contextManager._createPatchMap(ee);
            } else if (map[event] !== void 0) {
              delete map[event];
            }
          }
          return original.apply(this, arguments);
        };
      }
      /**
       * Patch methods on an event emitter instance that can add listeners so we
       * can force them to propagate a given context.
       * @param ee EventEmitter instance
       * @param original reference to the patched method
       * @param [context] context to propagate when calling listeners
       */
      _patchAddListener(ee, original, context7) {
        const contextManager = this;
        return function(event, listener) {
          if (contextManager._wrapped) {
            return original.call(this, event, listener);
          }
          let map = contextManager._getPatchMap(ee);
          if (map === void 0) {
            map = contextManager._createPatchMap(ee);
          }
          let listeners = map[event];
          if (listeners === void 0) {
            listeners = /* @__PURE__ */ new WeakMap();
            map[event] = listeners;
          }
          const patchedListener = contextManager.bind(context7, listener);
          listeners.set(listener, patchedListener);
          contextManager._wrapped = true;
          try {
            return original.call(this, event, patchedListener);
          } finally {
            contextManager._wrapped = false;
          }
        };
      }
      _createPatchMap(ee) {
        const map = /* @__PURE__ */ Object.create(null);
        ee[this._kOtListeners] = map;
        return map;
      }
      _getPatchMap(ee) {
        return ee[this._kOtListeners];
      }
      _kOtListeners = /* @__PURE__ */ Symbol("OtListeners");
      _wrapped = false;
    };
    exports2.AbstractAsyncHooksContextManager = AbstractAsyncHooksContextManager;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/AsyncHooksContextManager.js
var require_AsyncHooksContextManager = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/AsyncHooksContextManager.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.AsyncHooksContextManager = void 0;
    var api_1 = require("@opentelemetry/api");
    var asyncHooks = require("async_hooks");
    var AbstractAsyncHooksContextManager_1 = require_AbstractAsyncHooksContextManager();
    var AsyncHooksContextManager = class extends AbstractAsyncHooksContextManager_1.AbstractAsyncHooksContextManager {
      _asyncHook;
      _contexts = /* @__PURE__ */ new Map();
      _stack = [];
      constructor() {
        super();
        this._asyncHook = asyncHooks.createHook({
          init: this._init.bind(this),
          before: this._before.bind(this),
          after: this._after.bind(this),
          destroy: this._destroy.bind(this),
          promiseResolve: this._destroy.bind(this)
        });
      }
      active() {
        return this._stack[this._stack.length - 1] ?? api_1.ROOT_CONTEXT;
      }
      with(context7, fn, thisArg, ...args) {
        this._enterContext(context7);
        try {
          return fn.call(thisArg, ...args);
        } finally {
          this._exitContext();
        }
      }
      enable() {
        this._asyncHook.enable();
        return this;
      }
      disable() {
        this._asyncHook.disable();
        this._contexts.clear();
        this._stack = [];
        return this;
      }
      /**
       * Init hook will be called when userland create a async context, setting the
       * context as the current one if it exist.
       * @param uid id of the async context
       * @param type the resource type
       */
      _init(uid, type) {
        if (type === "TIMERWRAP")
          return;
        const context7 = this._stack[this._stack.length - 1];
        if (context7 !== void 0) {
          this._contexts.set(uid, context7);
        }
      }
      /**
       * Destroy hook will be called when a given context is no longer used so we can
       * remove its attached context.
       * @param uid uid of the async context
       */
      _destroy(uid) {
        this._contexts.delete(uid);
      }
      /**
       * Before hook is called just before executing a async context.
       * @param uid uid of the async context
       */
      _before(uid) {
        const context7 = this._contexts.get(uid);
        if (context7 !== void 0) {
          this._enterContext(context7);
        }
      }
      /**
       * After hook is called just after completing the execution of a async context.
       */
      _after() {
        this._exitContext();
      }
      /**
       * Set the given context as active
       */
      _enterContext(context7) {
        this._stack.push(context7);
      }
      /**
       * Remove the context at the root of the stack
       */
      _exitContext() {
        this._stack.pop();
      }
    };
    exports2.AsyncHooksContextManager = AsyncHooksContextManager;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/AsyncLocalStorageContextManager.js
var require_AsyncLocalStorageContextManager = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/AsyncLocalStorageContextManager.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.AsyncLocalStorageContextManager = void 0;
    var api_1 = require("@opentelemetry/api");
    var async_hooks_1 = require("async_hooks");
    var AbstractAsyncHooksContextManager_1 = require_AbstractAsyncHooksContextManager();
    var DisposeOnceToken = class {
      _isDisposed = false;
      _previousContext;
      _asyncLocalStorage;
      constructor(previousContext, asyncLocalStorage) {
        this._previousContext = previousContext;
        this._asyncLocalStorage = asyncLocalStorage;
      }
      dispose() {
        if (this._isDisposed) {
          return;
        }
        this._asyncLocalStorage.enterWith(this._previousContext);
        this._isDisposed = true;
      }
    };
    var AsyncLocalStorageContextManager2 = class extends AbstractAsyncHooksContextManager_1.AbstractAsyncHooksContextManager {
      _asyncLocalStorage;
      constructor() {
        super();
        this._asyncLocalStorage = new async_hooks_1.AsyncLocalStorage();
      }
      active() {
        return this._asyncLocalStorage.getStore() ?? api_1.ROOT_CONTEXT;
      }
      with(context7, fn, thisArg, ...args) {
        const cb = thisArg == null ? fn : fn.bind(thisArg);
        return this._asyncLocalStorage.run(context7, cb, ...args);
      }
      enable() {
        return this;
      }
      disable() {
        this._asyncLocalStorage.disable();
        return this;
      }
      /**
       * Imperatively sets `context` as active for the current async execution chain
       * and operations spawned from it. Returns a {@link ContextManagementToken} whose `dispose()`
       * restores the previous context (see {@link ContextManager.attach}).
       *
       * On Node.js 25.9+, delegates to `AsyncLocalStorage.withScope()` which returns
       * a native `RunScope`. On older Node.js versions, falls back to `enterWith()` with
       * a manual token.
       *
       * **Caveat for async functions:** Both `withScope()` and `enterWith()` affect the
       * entire current async execution chain. If `attach()` is called inside an async
       * function before the first `await`, the context change will leak into the caller's
       * context and remain active there until something else restores it. Prefer `with()`
       * for async code.
       *
       * @experimental This API is experimental and may change in minor releases without prior notice.
       */
      attach(context7) {
        const withScope = this._asyncLocalStorage.withScope;
        if (withScope) {
          return withScope.call(this._asyncLocalStorage, context7);
        }
        const previousContext = this.active();
        this._asyncLocalStorage.enterWith(context7);
        return new DisposeOnceToken(previousContext, this._asyncLocalStorage);
      }
    };
    exports2.AsyncLocalStorageContextManager = AsyncLocalStorageContextManager2;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/index.js
var require_src3 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/context-async-hooks/build/src/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.AsyncLocalStorageContextManager = exports2.AsyncHooksContextManager = void 0;
    var AsyncHooksContextManager_1 = require_AsyncHooksContextManager();
    Object.defineProperty(exports2, "AsyncHooksContextManager", { enumerable: true, get: function() {
      return AsyncHooksContextManager_1.AsyncHooksContextManager;
    } });
    var AsyncLocalStorageContextManager_1 = require_AsyncLocalStorageContextManager();
    Object.defineProperty(exports2, "AsyncLocalStorageContextManager", { enumerable: true, get: function() {
      return AsyncLocalStorageContextManager_1.AsyncLocalStorageContextManager;
    } });
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/version.js
var require_version2 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/version.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.VERSION = void 0;
    exports2.VERSION = "1.9.1";
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/internal/semver.js
var require_semver = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/internal/semver.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.isCompatible = exports2._makeCompatibilityCheck = void 0;
    var version_1 = require_version2();
    var re = /^(\d+)\.(\d+)\.(\d+)(-(.+))?$/;
    function _makeCompatibilityCheck(ownVersion) {
      const acceptedVersions = /* @__PURE__ */ new Set([ownVersion]);
      const rejectedVersions = /* @__PURE__ */ new Set();
      const myVersionMatch = ownVersion.match(re);
      if (!myVersionMatch) {
        return () => false;
      }
      const ownVersionParsed = {
        major: +myVersionMatch[1],
        minor: +myVersionMatch[2],
        patch: +myVersionMatch[3],
        prerelease: myVersionMatch[4]
      };
      if (ownVersionParsed.prerelease != null) {
        return function isExactmatch(globalVersion) {
          return globalVersion === ownVersion;
        };
      }
      function _reject(v) {
        rejectedVersions.add(v);
        return false;
      }
      function _accept(v) {
        acceptedVersions.add(v);
        return true;
      }
      return function isCompatible(globalVersion) {
        if (acceptedVersions.has(globalVersion)) {
          return true;
        }
        if (rejectedVersions.has(globalVersion)) {
          return false;
        }
        const globalVersionMatch = globalVersion.match(re);
        if (!globalVersionMatch) {
          return _reject(globalVersion);
        }
        const globalVersionParsed = {
          major: +globalVersionMatch[1],
          minor: +globalVersionMatch[2],
          patch: +globalVersionMatch[3],
          prerelease: globalVersionMatch[4]
        };
        if (globalVersionParsed.prerelease != null) {
          return _reject(globalVersion);
        }
        if (ownVersionParsed.major !== globalVersionParsed.major) {
          return _reject(globalVersion);
        }
        if (ownVersionParsed.major === 0) {
          if (ownVersionParsed.minor === globalVersionParsed.minor && ownVersionParsed.patch <= globalVersionParsed.patch) {
            return _accept(globalVersion);
          }
          return _reject(globalVersion);
        }
        if (ownVersionParsed.minor <= globalVersionParsed.minor) {
          return _accept(globalVersion);
        }
        return _reject(globalVersion);
      };
    }
    exports2._makeCompatibilityCheck = _makeCompatibilityCheck;
    exports2.isCompatible = _makeCompatibilityCheck(version_1.VERSION);
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/internal/global-utils.js
var require_global_utils = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/internal/global-utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.unregisterGlobal = exports2.getGlobal = exports2.registerGlobal = void 0;
    var version_1 = require_version2();
    var semver_1 = require_semver();
    var major = version_1.VERSION.split(".")[0];
    var GLOBAL_OPENTELEMETRY_API_KEY = /* @__PURE__ */ Symbol.for(`opentelemetry.js.api.${major}`);
    var _global = typeof globalThis === "object" ? globalThis : typeof self === "object" ? self : typeof window === "object" ? window : typeof global === "object" ? global : {};
    function registerGlobal(type, instance, diag8, allowOverride = false) {
      var _a;
      const api = _global[GLOBAL_OPENTELEMETRY_API_KEY] = (_a = _global[GLOBAL_OPENTELEMETRY_API_KEY]) !== null && _a !== void 0 ? _a : {
        version: version_1.VERSION
      };
      if (!allowOverride && api[type]) {
        const err = new Error(`@opentelemetry/api: Attempted duplicate registration of API: ${type}`);
        diag8.error(err.stack || err.message);
        return false;
      }
      if (api.version !== version_1.VERSION) {
        const err = new Error(`@opentelemetry/api: Registration of version v${api.version} for ${type} does not match previously registered API v${version_1.VERSION}`);
        diag8.error(err.stack || err.message);
        return false;
      }
      api[type] = instance;
      diag8.debug(`@opentelemetry/api: Registered a global for ${type} v${version_1.VERSION}.`);
      return true;
    }
    exports2.registerGlobal = registerGlobal;
    function getGlobal(type) {
      var _a, _b;
      const globalVersion = (_a = _global[GLOBAL_OPENTELEMETRY_API_KEY]) === null || _a === void 0 ? void 0 : _a.version;
      if (!globalVersion || !(0, semver_1.isCompatible)(globalVersion)) {
        return;
      }
      return (_b = _global[GLOBAL_OPENTELEMETRY_API_KEY]) === null || _b === void 0 ? void 0 : _b[type];
    }
    exports2.getGlobal = getGlobal;
    function unregisterGlobal(type, diag8) {
      diag8.debug(`@opentelemetry/api: Unregistering a global for ${type} v${version_1.VERSION}.`);
      const api = _global[GLOBAL_OPENTELEMETRY_API_KEY];
      if (api) {
        delete api[type];
      }
    }
    exports2.unregisterGlobal = unregisterGlobal;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/ComponentLogger.js
var require_ComponentLogger = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/ComponentLogger.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.DiagComponentLogger = void 0;
    var global_utils_1 = require_global_utils();
    var DiagComponentLogger = class {
      constructor(props) {
        this._namespace = props.namespace || "DiagComponentLogger";
      }
      debug(...args) {
        return logProxy("debug", this._namespace, args);
      }
      error(...args) {
        return logProxy("error", this._namespace, args);
      }
      info(...args) {
        return logProxy("info", this._namespace, args);
      }
      warn(...args) {
        return logProxy("warn", this._namespace, args);
      }
      verbose(...args) {
        return logProxy("verbose", this._namespace, args);
      }
    };
    exports2.DiagComponentLogger = DiagComponentLogger;
    function logProxy(funcName, namespace, args) {
      const logger = (0, global_utils_1.getGlobal)("diag");
      if (!logger) {
        return;
      }
      return logger[funcName](namespace, ...args);
    }
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/types.js
var require_types = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/types.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.DiagLogLevel = void 0;
    var DiagLogLevel;
    (function(DiagLogLevel2) {
      DiagLogLevel2[DiagLogLevel2["NONE"] = 0] = "NONE";
      DiagLogLevel2[DiagLogLevel2["ERROR"] = 30] = "ERROR";
      DiagLogLevel2[DiagLogLevel2["WARN"] = 50] = "WARN";
      DiagLogLevel2[DiagLogLevel2["INFO"] = 60] = "INFO";
      DiagLogLevel2[DiagLogLevel2["DEBUG"] = 70] = "DEBUG";
      DiagLogLevel2[DiagLogLevel2["VERBOSE"] = 80] = "VERBOSE";
      DiagLogLevel2[DiagLogLevel2["ALL"] = 9999] = "ALL";
    })(DiagLogLevel = exports2.DiagLogLevel || (exports2.DiagLogLevel = {}));
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/internal/logLevelLogger.js
var require_logLevelLogger = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/internal/logLevelLogger.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.createLogLevelDiagLogger = void 0;
    var types_1 = require_types();
    function createLogLevelDiagLogger(maxLevel, logger) {
      if (maxLevel < types_1.DiagLogLevel.NONE) {
        maxLevel = types_1.DiagLogLevel.NONE;
      } else if (maxLevel > types_1.DiagLogLevel.ALL) {
        maxLevel = types_1.DiagLogLevel.ALL;
      }
      logger = logger || {};
      function _filterFunc(funcName, theLevel) {
        const theFunc = logger[funcName];
        if (typeof theFunc === "function" && maxLevel >= theLevel) {
          return theFunc.bind(logger);
        }
        return function() {
        };
      }
      return {
        error: _filterFunc("error", types_1.DiagLogLevel.ERROR),
        warn: _filterFunc("warn", types_1.DiagLogLevel.WARN),
        info: _filterFunc("info", types_1.DiagLogLevel.INFO),
        debug: _filterFunc("debug", types_1.DiagLogLevel.DEBUG),
        verbose: _filterFunc("verbose", types_1.DiagLogLevel.VERBOSE)
      };
    }
    exports2.createLogLevelDiagLogger = createLogLevelDiagLogger;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/diag.js
var require_diag = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/diag.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.DiagAPI = void 0;
    var ComponentLogger_1 = require_ComponentLogger();
    var logLevelLogger_1 = require_logLevelLogger();
    var types_1 = require_types();
    var global_utils_1 = require_global_utils();
    var API_NAME = "diag";
    var DiagAPI = class _DiagAPI {
      /** Get the singleton instance of the DiagAPI API */
      static instance() {
        if (!this._instance) {
          this._instance = new _DiagAPI();
        }
        return this._instance;
      }
      /**
       * Private internal constructor
       * @private
       */
      constructor() {
        function _logProxy(funcName) {
          return function(...args) {
            const logger = (0, global_utils_1.getGlobal)("diag");
            if (!logger)
              return;
            return logger[funcName](...args);
          };
        }
        const self2 = this;
        const setLogger = (logger, optionsOrLogLevel = { logLevel: types_1.DiagLogLevel.INFO }) => {
          var _a, _b, _c;
          if (logger === self2) {
            const err = new Error("Cannot use diag as the logger for itself. Please use a DiagLogger implementation like ConsoleDiagLogger or a custom implementation");
            self2.error((_a = err.stack) !== null && _a !== void 0 ? _a : err.message);
            return false;
          }
          if (typeof optionsOrLogLevel === "number") {
            optionsOrLogLevel = {
              logLevel: optionsOrLogLevel
            };
          }
          const oldLogger = (0, global_utils_1.getGlobal)("diag");
          const newLogger = (0, logLevelLogger_1.createLogLevelDiagLogger)((_b = optionsOrLogLevel.logLevel) !== null && _b !== void 0 ? _b : types_1.DiagLogLevel.INFO, logger);
          if (oldLogger && !optionsOrLogLevel.suppressOverrideMessage) {
            const stack = (_c = new Error().stack) !== null && _c !== void 0 ? _c : "<failed to generate stacktrace>";
            oldLogger.warn(`Current logger will be overwritten from ${stack}`);
            newLogger.warn(`Current logger will overwrite one already registered from ${stack}`);
          }
          return (0, global_utils_1.registerGlobal)("diag", newLogger, self2, true);
        };
        self2.setLogger = setLogger;
        self2.disable = () => {
          (0, global_utils_1.unregisterGlobal)(API_NAME, self2);
        };
        self2.createComponentLogger = (options) => {
          return new ComponentLogger_1.DiagComponentLogger(options);
        };
        self2.verbose = _logProxy("verbose");
        self2.debug = _logProxy("debug");
        self2.info = _logProxy("info");
        self2.warn = _logProxy("warn");
        self2.error = _logProxy("error");
      }
    };
    exports2.DiagAPI = DiagAPI;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/internal/baggage-impl.js
var require_baggage_impl = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/internal/baggage-impl.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.BaggageImpl = void 0;
    var BaggageImpl = class _BaggageImpl {
      constructor(entries2) {
        this._entries = entries2 ? new Map(entries2) : /* @__PURE__ */ new Map();
      }
      getEntry(key) {
        const entry = this._entries.get(key);
        if (!entry) {
          return void 0;
        }
        return Object.assign({}, entry);
      }
      getAllEntries() {
        return Array.from(this._entries.entries());
      }
      setEntry(key, entry) {
        const newBaggage = new _BaggageImpl(this._entries);
        newBaggage._entries.set(key, entry);
        return newBaggage;
      }
      removeEntry(key) {
        const newBaggage = new _BaggageImpl(this._entries);
        newBaggage._entries.delete(key);
        return newBaggage;
      }
      removeEntries(...keys) {
        const newBaggage = new _BaggageImpl(this._entries);
        for (const key of keys) {
          newBaggage._entries.delete(key);
        }
        return newBaggage;
      }
      clear() {
        return new _BaggageImpl();
      }
    };
    exports2.BaggageImpl = BaggageImpl;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/internal/symbol.js
var require_symbol = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/internal/symbol.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.baggageEntryMetadataSymbol = void 0;
    exports2.baggageEntryMetadataSymbol = /* @__PURE__ */ Symbol("BaggageEntryMetadata");
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/utils.js
var require_utils5 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.baggageEntryMetadataFromString = exports2.createBaggage = void 0;
    var diag_1 = require_diag();
    var baggage_impl_1 = require_baggage_impl();
    var symbol_1 = require_symbol();
    var diag8 = diag_1.DiagAPI.instance();
    function createBaggage(entries2 = {}) {
      return new baggage_impl_1.BaggageImpl(new Map(Object.entries(entries2)));
    }
    exports2.createBaggage = createBaggage;
    function baggageEntryMetadataFromString(str) {
      if (typeof str !== "string") {
        diag8.error(`Cannot create baggage metadata from unknown type: ${typeof str}`);
        str = "";
      }
      return {
        __TYPE__: symbol_1.baggageEntryMetadataSymbol,
        toString() {
          return str;
        }
      };
    }
    exports2.baggageEntryMetadataFromString = baggageEntryMetadataFromString;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/context/context.js
var require_context = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/context/context.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ROOT_CONTEXT = exports2.createContextKey = void 0;
    function createContextKey(description) {
      return Symbol.for(description);
    }
    exports2.createContextKey = createContextKey;
    var BaseContext = class _BaseContext {
      /**
       * Construct a new context which inherits values from an optional parent context.
       *
       * @param parentContext a context from which to inherit values
       */
      constructor(parentContext) {
        const self2 = this;
        self2._currentContext = parentContext ? new Map(parentContext) : /* @__PURE__ */ new Map();
        self2.getValue = (key) => self2._currentContext.get(key);
        self2.setValue = (key, value) => {
          const context7 = new _BaseContext(self2._currentContext);
          context7._currentContext.set(key, value);
          return context7;
        };
        self2.deleteValue = (key) => {
          const context7 = new _BaseContext(self2._currentContext);
          context7._currentContext.delete(key);
          return context7;
        };
      }
    };
    exports2.ROOT_CONTEXT = new BaseContext();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/consoleLogger.js
var require_consoleLogger = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag/consoleLogger.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.DiagConsoleLogger = exports2._originalConsoleMethods = void 0;
    var consoleMap = [
      { n: "error", c: "error" },
      { n: "warn", c: "warn" },
      { n: "info", c: "info" },
      { n: "debug", c: "debug" },
      { n: "verbose", c: "trace" }
    ];
    exports2._originalConsoleMethods = {};
    if (typeof console !== "undefined") {
      const keys = [
        "error",
        "warn",
        "info",
        "debug",
        "trace",
        "log"
      ];
      for (const key of keys) {
        if (typeof console[key] === "function") {
          exports2._originalConsoleMethods[key] = console[key];
        }
      }
    }
    var DiagConsoleLogger = class {
      constructor() {
        function _consoleFunc(funcName) {
          return function(...args) {
            let theFunc = exports2._originalConsoleMethods[funcName];
            if (typeof theFunc !== "function") {
              theFunc = exports2._originalConsoleMethods["log"];
            }
            if (typeof theFunc !== "function" && console) {
              theFunc = console[funcName];
              if (typeof theFunc !== "function") {
                theFunc = console.log;
              }
            }
            if (typeof theFunc === "function") {
              return theFunc.apply(console, args);
            }
          };
        }
        for (let i = 0; i < consoleMap.length; i++) {
          this[consoleMap[i].n] = _consoleFunc(consoleMap[i].c);
        }
      }
    };
    exports2.DiagConsoleLogger = DiagConsoleLogger;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics/NoopMeter.js
var require_NoopMeter = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics/NoopMeter.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.createNoopMeter = exports2.NOOP_OBSERVABLE_UP_DOWN_COUNTER_METRIC = exports2.NOOP_OBSERVABLE_GAUGE_METRIC = exports2.NOOP_OBSERVABLE_COUNTER_METRIC = exports2.NOOP_UP_DOWN_COUNTER_METRIC = exports2.NOOP_HISTOGRAM_METRIC = exports2.NOOP_GAUGE_METRIC = exports2.NOOP_COUNTER_METRIC = exports2.NOOP_METER = exports2.NoopObservableUpDownCounterMetric = exports2.NoopObservableGaugeMetric = exports2.NoopObservableCounterMetric = exports2.NoopObservableMetric = exports2.NoopHistogramMetric = exports2.NoopGaugeMetric = exports2.NoopUpDownCounterMetric = exports2.NoopCounterMetric = exports2.NoopMetric = exports2.NoopMeter = void 0;
    var NoopMeter = class {
      constructor() {
      }
      /**
       * @see {@link Meter.createGauge}
       */
      createGauge(_name, _options) {
        return exports2.NOOP_GAUGE_METRIC;
      }
      /**
       * @see {@link Meter.createHistogram}
       */
      createHistogram(_name, _options) {
        return exports2.NOOP_HISTOGRAM_METRIC;
      }
      /**
       * @see {@link Meter.createCounter}
       */
      createCounter(_name, _options) {
        return exports2.NOOP_COUNTER_METRIC;
      }
      /**
       * @see {@link Meter.createUpDownCounter}
       */
      createUpDownCounter(_name, _options) {
        return exports2.NOOP_UP_DOWN_COUNTER_METRIC;
      }
      /**
       * @see {@link Meter.createObservableGauge}
       */
      createObservableGauge(_name, _options) {
        return exports2.NOOP_OBSERVABLE_GAUGE_METRIC;
      }
      /**
       * @see {@link Meter.createObservableCounter}
       */
      createObservableCounter(_name, _options) {
        return exports2.NOOP_OBSERVABLE_COUNTER_METRIC;
      }
      /**
       * @see {@link Meter.createObservableUpDownCounter}
       */
      createObservableUpDownCounter(_name, _options) {
        return exports2.NOOP_OBSERVABLE_UP_DOWN_COUNTER_METRIC;
      }
      /**
       * @see {@link Meter.addBatchObservableCallback}
       */
      addBatchObservableCallback(_callback, _observables) {
      }
      /**
       * @see {@link Meter.removeBatchObservableCallback}
       */
      removeBatchObservableCallback(_callback) {
      }
    };
    exports2.NoopMeter = NoopMeter;
    var NoopMetric = class {
    };
    exports2.NoopMetric = NoopMetric;
    var NoopCounterMetric = class extends NoopMetric {
      add(_value, _attributes) {
      }
    };
    exports2.NoopCounterMetric = NoopCounterMetric;
    var NoopUpDownCounterMetric = class extends NoopMetric {
      add(_value, _attributes) {
      }
    };
    exports2.NoopUpDownCounterMetric = NoopUpDownCounterMetric;
    var NoopGaugeMetric = class extends NoopMetric {
      record(_value, _attributes) {
      }
    };
    exports2.NoopGaugeMetric = NoopGaugeMetric;
    var NoopHistogramMetric = class extends NoopMetric {
      record(_value, _attributes) {
      }
    };
    exports2.NoopHistogramMetric = NoopHistogramMetric;
    var NoopObservableMetric = class {
      addCallback(_callback) {
      }
      removeCallback(_callback) {
      }
    };
    exports2.NoopObservableMetric = NoopObservableMetric;
    var NoopObservableCounterMetric = class extends NoopObservableMetric {
    };
    exports2.NoopObservableCounterMetric = NoopObservableCounterMetric;
    var NoopObservableGaugeMetric = class extends NoopObservableMetric {
    };
    exports2.NoopObservableGaugeMetric = NoopObservableGaugeMetric;
    var NoopObservableUpDownCounterMetric = class extends NoopObservableMetric {
    };
    exports2.NoopObservableUpDownCounterMetric = NoopObservableUpDownCounterMetric;
    exports2.NOOP_METER = new NoopMeter();
    exports2.NOOP_COUNTER_METRIC = new NoopCounterMetric();
    exports2.NOOP_GAUGE_METRIC = new NoopGaugeMetric();
    exports2.NOOP_HISTOGRAM_METRIC = new NoopHistogramMetric();
    exports2.NOOP_UP_DOWN_COUNTER_METRIC = new NoopUpDownCounterMetric();
    exports2.NOOP_OBSERVABLE_COUNTER_METRIC = new NoopObservableCounterMetric();
    exports2.NOOP_OBSERVABLE_GAUGE_METRIC = new NoopObservableGaugeMetric();
    exports2.NOOP_OBSERVABLE_UP_DOWN_COUNTER_METRIC = new NoopObservableUpDownCounterMetric();
    function createNoopMeter() {
      return exports2.NOOP_METER;
    }
    exports2.createNoopMeter = createNoopMeter;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics/Metric.js
var require_Metric = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics/Metric.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ValueType = void 0;
    var ValueType2;
    (function(ValueType3) {
      ValueType3[ValueType3["INT"] = 0] = "INT";
      ValueType3[ValueType3["DOUBLE"] = 1] = "DOUBLE";
    })(ValueType2 = exports2.ValueType || (exports2.ValueType = {}));
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/propagation/TextMapPropagator.js
var require_TextMapPropagator = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/propagation/TextMapPropagator.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.defaultTextMapSetter = exports2.defaultTextMapGetter = void 0;
    exports2.defaultTextMapGetter = {
      get(carrier, key) {
        if (carrier == null) {
          return void 0;
        }
        return carrier[key];
      },
      keys(carrier) {
        if (carrier == null) {
          return [];
        }
        return Object.keys(carrier);
      }
    };
    exports2.defaultTextMapSetter = {
      set(carrier, key, value) {
        if (carrier == null) {
          return;
        }
        carrier[key] = value;
      }
    };
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/context/NoopContextManager.js
var require_NoopContextManager = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/context/NoopContextManager.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NoopContextManager = void 0;
    var context_1 = require_context();
    var NoopContextManager = class {
      active() {
        return context_1.ROOT_CONTEXT;
      }
      with(_context, fn, thisArg, ...args) {
        return fn.call(thisArg, ...args);
      }
      bind(_context, target) {
        return target;
      }
      enable() {
        return this;
      }
      disable() {
        return this;
      }
    };
    exports2.NoopContextManager = NoopContextManager;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/context.js
var require_context2 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/context.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ContextAPI = void 0;
    var NoopContextManager_1 = require_NoopContextManager();
    var global_utils_1 = require_global_utils();
    var diag_1 = require_diag();
    var API_NAME = "context";
    var NOOP_CONTEXT_MANAGER = new NoopContextManager_1.NoopContextManager();
    var ContextAPI = class _ContextAPI {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
      }
      /** Get the singleton instance of the Context API */
      static getInstance() {
        if (!this._instance) {
          this._instance = new _ContextAPI();
        }
        return this._instance;
      }
      /**
       * Set the current context manager.
       *
       * @returns true if the context manager was successfully registered, else false
       */
      setGlobalContextManager(contextManager) {
        return (0, global_utils_1.registerGlobal)(API_NAME, contextManager, diag_1.DiagAPI.instance());
      }
      /**
       * Get the currently active context
       */
      active() {
        return this._getContextManager().active();
      }
      /**
       * Execute a function with an active context
       *
       * @param context context to be active during function execution
       * @param fn function to execute in a context
       * @param thisArg optional receiver to be used for calling fn
       * @param args optional arguments forwarded to fn
       */
      with(context7, fn, thisArg, ...args) {
        return this._getContextManager().with(context7, fn, thisArg, ...args);
      }
      /**
       * Bind a context to a target function or event emitter
       *
       * @param context context to bind to the event emitter or function. Defaults to the currently active context
       * @param target function or event emitter to bind
       */
      bind(context7, target) {
        return this._getContextManager().bind(context7, target);
      }
      _getContextManager() {
        return (0, global_utils_1.getGlobal)(API_NAME) || NOOP_CONTEXT_MANAGER;
      }
      /** Disable and remove the global context manager */
      disable() {
        this._getContextManager().disable();
        (0, global_utils_1.unregisterGlobal)(API_NAME, diag_1.DiagAPI.instance());
      }
    };
    exports2.ContextAPI = ContextAPI;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/trace_flags.js
var require_trace_flags = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/trace_flags.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.TraceFlags = void 0;
    var TraceFlags2;
    (function(TraceFlags3) {
      TraceFlags3[TraceFlags3["NONE"] = 0] = "NONE";
      TraceFlags3[TraceFlags3["SAMPLED"] = 1] = "SAMPLED";
    })(TraceFlags2 = exports2.TraceFlags || (exports2.TraceFlags = {}));
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/invalid-span-constants.js
var require_invalid_span_constants = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/invalid-span-constants.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.INVALID_SPAN_CONTEXT = exports2.INVALID_TRACEID = exports2.INVALID_SPANID = void 0;
    var trace_flags_1 = require_trace_flags();
    exports2.INVALID_SPANID = "0000000000000000";
    exports2.INVALID_TRACEID = "00000000000000000000000000000000";
    exports2.INVALID_SPAN_CONTEXT = {
      traceId: exports2.INVALID_TRACEID,
      spanId: exports2.INVALID_SPANID,
      traceFlags: trace_flags_1.TraceFlags.NONE
    };
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/NonRecordingSpan.js
var require_NonRecordingSpan = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/NonRecordingSpan.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NonRecordingSpan = void 0;
    var invalid_span_constants_1 = require_invalid_span_constants();
    var NonRecordingSpan = class {
      constructor(spanContext = invalid_span_constants_1.INVALID_SPAN_CONTEXT) {
        this._spanContext = spanContext;
      }
      // Returns a SpanContext.
      spanContext() {
        return this._spanContext;
      }
      // By default does nothing
      setAttribute(_key, _value) {
        return this;
      }
      // By default does nothing
      setAttributes(_attributes) {
        return this;
      }
      // By default does nothing
      addEvent(_name, _attributes) {
        return this;
      }
      addLink(_link) {
        return this;
      }
      addLinks(_links) {
        return this;
      }
      // By default does nothing
      setStatus(_status) {
        return this;
      }
      // By default does nothing
      updateName(_name) {
        return this;
      }
      // By default does nothing
      end(_endTime) {
      }
      // isRecording always returns false for NonRecordingSpan.
      isRecording() {
        return false;
      }
      // By default does nothing
      recordException(_exception, _time) {
      }
    };
    exports2.NonRecordingSpan = NonRecordingSpan;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/context-utils.js
var require_context_utils = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/context-utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.getSpanContext = exports2.setSpanContext = exports2.deleteSpan = exports2.setSpan = exports2.getActiveSpan = exports2.getSpan = void 0;
    var context_1 = require_context();
    var NonRecordingSpan_1 = require_NonRecordingSpan();
    var context_2 = require_context2();
    var SPAN_KEY = (0, context_1.createContextKey)("OpenTelemetry Context Key SPAN");
    function getSpan(context7) {
      return context7.getValue(SPAN_KEY) || void 0;
    }
    exports2.getSpan = getSpan;
    function getActiveSpan() {
      return getSpan(context_2.ContextAPI.getInstance().active());
    }
    exports2.getActiveSpan = getActiveSpan;
    function setSpan(context7, span) {
      return context7.setValue(SPAN_KEY, span);
    }
    exports2.setSpan = setSpan;
    function deleteSpan(context7) {
      return context7.deleteValue(SPAN_KEY);
    }
    exports2.deleteSpan = deleteSpan;
    function setSpanContext(context7, spanContext) {
      return setSpan(context7, new NonRecordingSpan_1.NonRecordingSpan(spanContext));
    }
    exports2.setSpanContext = setSpanContext;
    function getSpanContext(context7) {
      var _a;
      return (_a = getSpan(context7)) === null || _a === void 0 ? void 0 : _a.spanContext();
    }
    exports2.getSpanContext = getSpanContext;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/spancontext-utils.js
var require_spancontext_utils = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/spancontext-utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.wrapSpanContext = exports2.isSpanContextValid = exports2.isValidSpanId = exports2.isValidTraceId = void 0;
    var invalid_span_constants_1 = require_invalid_span_constants();
    var NonRecordingSpan_1 = require_NonRecordingSpan();
    var isHex = new Uint8Array([
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
      1,
      1
    ]);
    function isValidHex(id, length) {
      if (typeof id !== "string" || id.length !== length)
        return false;
      let r = 0;
      for (let i = 0; i < id.length; i += 4) {
        r += (isHex[id.charCodeAt(i)] | 0) + (isHex[id.charCodeAt(i + 1)] | 0) + (isHex[id.charCodeAt(i + 2)] | 0) + (isHex[id.charCodeAt(i + 3)] | 0);
      }
      return r === length;
    }
    function isValidTraceId2(traceId) {
      return isValidHex(traceId, 32) && traceId !== invalid_span_constants_1.INVALID_TRACEID;
    }
    exports2.isValidTraceId = isValidTraceId2;
    function isValidSpanId2(spanId) {
      return isValidHex(spanId, 16) && spanId !== invalid_span_constants_1.INVALID_SPANID;
    }
    exports2.isValidSpanId = isValidSpanId2;
    function isSpanContextValid3(spanContext) {
      return isValidTraceId2(spanContext.traceId) && isValidSpanId2(spanContext.spanId);
    }
    exports2.isSpanContextValid = isSpanContextValid3;
    function wrapSpanContext(spanContext) {
      return new NonRecordingSpan_1.NonRecordingSpan(spanContext);
    }
    exports2.wrapSpanContext = wrapSpanContext;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/NoopTracer.js
var require_NoopTracer = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/NoopTracer.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NoopTracer = void 0;
    var context_1 = require_context2();
    var context_utils_1 = require_context_utils();
    var NonRecordingSpan_1 = require_NonRecordingSpan();
    var spancontext_utils_1 = require_spancontext_utils();
    var contextApi = context_1.ContextAPI.getInstance();
    var NoopTracer = class {
      // startSpan starts a noop span.
      startSpan(name, options, context7 = contextApi.active()) {
        const root = Boolean(options === null || options === void 0 ? void 0 : options.root);
        if (root) {
          return new NonRecordingSpan_1.NonRecordingSpan();
        }
        const parentFromContext = context7 && (0, context_utils_1.getSpanContext)(context7);
        if (isSpanContext(parentFromContext) && (0, spancontext_utils_1.isSpanContextValid)(parentFromContext)) {
          return new NonRecordingSpan_1.NonRecordingSpan(parentFromContext);
        } else {
          return new NonRecordingSpan_1.NonRecordingSpan();
        }
      }
      startActiveSpan(name, arg2, arg3, arg4) {
        let opts;
        let ctx;
        let fn;
        if (arguments.length < 2) {
          return;
        } else if (arguments.length === 2) {
          fn = arg2;
        } else if (arguments.length === 3) {
          opts = arg2;
          fn = arg3;
        } else {
          opts = arg2;
          ctx = arg3;
          fn = arg4;
        }
        const parentContext = ctx !== null && ctx !== void 0 ? ctx : contextApi.active();
        const span = this.startSpan(name, opts, parentContext);
        const contextWithSpanSet = (0, context_utils_1.setSpan)(parentContext, span);
        return contextApi.with(contextWithSpanSet, fn, void 0, span);
      }
    };
    exports2.NoopTracer = NoopTracer;
    function isSpanContext(spanContext) {
      return spanContext !== null && typeof spanContext === "object" && "spanId" in spanContext && typeof spanContext["spanId"] === "string" && "traceId" in spanContext && typeof spanContext["traceId"] === "string" && "traceFlags" in spanContext && typeof spanContext["traceFlags"] === "number";
    }
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/ProxyTracer.js
var require_ProxyTracer = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/ProxyTracer.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ProxyTracer = void 0;
    var NoopTracer_1 = require_NoopTracer();
    var NOOP_TRACER = new NoopTracer_1.NoopTracer();
    var ProxyTracer = class {
      constructor(provider, name, version2, options) {
        this._provider = provider;
        this.name = name;
        this.version = version2;
        this.options = options;
      }
      startSpan(name, options, context7) {
        return this._getTracer().startSpan(name, options, context7);
      }
      startActiveSpan(_name, _options, _context, _fn) {
        const tracer = this._getTracer();
        return Reflect.apply(tracer.startActiveSpan, tracer, arguments);
      }
      /**
       * Try to get a tracer from the proxy tracer provider.
       * If the proxy tracer provider has no delegate, return a noop tracer.
       */
      _getTracer() {
        if (this._delegate) {
          return this._delegate;
        }
        const tracer = this._provider.getDelegateTracer(this.name, this.version, this.options);
        if (!tracer) {
          return NOOP_TRACER;
        }
        this._delegate = tracer;
        return this._delegate;
      }
    };
    exports2.ProxyTracer = ProxyTracer;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/NoopTracerProvider.js
var require_NoopTracerProvider = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/NoopTracerProvider.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NoopTracerProvider = void 0;
    var NoopTracer_1 = require_NoopTracer();
    var NoopTracerProvider = class {
      getTracer(_name, _version, _options) {
        return new NoopTracer_1.NoopTracer();
      }
    };
    exports2.NoopTracerProvider = NoopTracerProvider;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/ProxyTracerProvider.js
var require_ProxyTracerProvider = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/ProxyTracerProvider.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ProxyTracerProvider = void 0;
    var ProxyTracer_1 = require_ProxyTracer();
    var NoopTracerProvider_1 = require_NoopTracerProvider();
    var NOOP_TRACER_PROVIDER = new NoopTracerProvider_1.NoopTracerProvider();
    var ProxyTracerProvider = class {
      /**
       * Get a {@link ProxyTracer}
       */
      getTracer(name, version2, options) {
        var _a;
        return (_a = this.getDelegateTracer(name, version2, options)) !== null && _a !== void 0 ? _a : new ProxyTracer_1.ProxyTracer(this, name, version2, options);
      }
      getDelegate() {
        var _a;
        return (_a = this._delegate) !== null && _a !== void 0 ? _a : NOOP_TRACER_PROVIDER;
      }
      /**
       * Set the delegate tracer provider
       */
      setDelegate(delegate) {
        this._delegate = delegate;
      }
      getDelegateTracer(name, version2, options) {
        var _a;
        return (_a = this._delegate) === null || _a === void 0 ? void 0 : _a.getTracer(name, version2, options);
      }
    };
    exports2.ProxyTracerProvider = ProxyTracerProvider;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/SamplingResult.js
var require_SamplingResult = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/SamplingResult.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.SamplingDecision = void 0;
    var SamplingDecision3;
    (function(SamplingDecision4) {
      SamplingDecision4[SamplingDecision4["NOT_RECORD"] = 0] = "NOT_RECORD";
      SamplingDecision4[SamplingDecision4["RECORD"] = 1] = "RECORD";
      SamplingDecision4[SamplingDecision4["RECORD_AND_SAMPLED"] = 2] = "RECORD_AND_SAMPLED";
    })(SamplingDecision3 = exports2.SamplingDecision || (exports2.SamplingDecision = {}));
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/span_kind.js
var require_span_kind = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/span_kind.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.SpanKind = void 0;
    var SpanKind;
    (function(SpanKind2) {
      SpanKind2[SpanKind2["INTERNAL"] = 0] = "INTERNAL";
      SpanKind2[SpanKind2["SERVER"] = 1] = "SERVER";
      SpanKind2[SpanKind2["CLIENT"] = 2] = "CLIENT";
      SpanKind2[SpanKind2["PRODUCER"] = 3] = "PRODUCER";
      SpanKind2[SpanKind2["CONSUMER"] = 4] = "CONSUMER";
    })(SpanKind = exports2.SpanKind || (exports2.SpanKind = {}));
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/status.js
var require_status = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/status.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.SpanStatusCode = void 0;
    var SpanStatusCode2;
    (function(SpanStatusCode3) {
      SpanStatusCode3[SpanStatusCode3["UNSET"] = 0] = "UNSET";
      SpanStatusCode3[SpanStatusCode3["OK"] = 1] = "OK";
      SpanStatusCode3[SpanStatusCode3["ERROR"] = 2] = "ERROR";
    })(SpanStatusCode2 = exports2.SpanStatusCode || (exports2.SpanStatusCode = {}));
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/internal/tracestate-validators.js
var require_tracestate_validators = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/internal/tracestate-validators.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.validateValue = exports2.validateKey = void 0;
    var VALID_KEY_CHAR_RANGE = "[_0-9a-z-*/]";
    var VALID_KEY = `[a-z]${VALID_KEY_CHAR_RANGE}{0,255}`;
    var VALID_VENDOR_KEY = `[a-z0-9]${VALID_KEY_CHAR_RANGE}{0,240}@[a-z]${VALID_KEY_CHAR_RANGE}{0,13}`;
    var VALID_KEY_REGEX = new RegExp(`^(?:${VALID_KEY}|${VALID_VENDOR_KEY})$`);
    var VALID_VALUE_BASE_REGEX = /^[ -~]{0,255}[!-~]$/;
    var INVALID_VALUE_COMMA_EQUAL_REGEX = /,|=/;
    function validateKey(key) {
      return VALID_KEY_REGEX.test(key);
    }
    exports2.validateKey = validateKey;
    function validateValue(value) {
      return VALID_VALUE_BASE_REGEX.test(value) && !INVALID_VALUE_COMMA_EQUAL_REGEX.test(value);
    }
    exports2.validateValue = validateValue;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/internal/tracestate-impl.js
var require_tracestate_impl = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/internal/tracestate-impl.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.TraceStateImpl = void 0;
    var tracestate_validators_1 = require_tracestate_validators();
    var MAX_TRACE_STATE_ITEMS = 32;
    var MAX_TRACE_STATE_LEN = 512;
    var LIST_MEMBERS_SEPARATOR = ",";
    var LIST_MEMBER_KEY_VALUE_SPLITTER = "=";
    var TraceStateImpl = class _TraceStateImpl {
      constructor(rawTraceState) {
        this._internalState = /* @__PURE__ */ new Map();
        if (rawTraceState)
          this._parse(rawTraceState);
      }
      set(key, value) {
        const traceState = this._clone();
        if (traceState._internalState.has(key)) {
          traceState._internalState.delete(key);
        }
        traceState._internalState.set(key, value);
        return traceState;
      }
      unset(key) {
        const traceState = this._clone();
        traceState._internalState.delete(key);
        return traceState;
      }
      get(key) {
        return this._internalState.get(key);
      }
      serialize() {
        return Array.from(this._internalState.keys()).reduceRight((agg, key) => {
          agg.push(key + LIST_MEMBER_KEY_VALUE_SPLITTER + this.get(key));
          return agg;
        }, []).join(LIST_MEMBERS_SEPARATOR);
      }
      _parse(rawTraceState) {
        if (rawTraceState.length > MAX_TRACE_STATE_LEN)
          return;
        this._internalState = rawTraceState.split(LIST_MEMBERS_SEPARATOR).reduceRight((agg, part) => {
          const listMember = part.trim();
          const i = listMember.indexOf(LIST_MEMBER_KEY_VALUE_SPLITTER);
          if (i !== -1) {
            const key = listMember.slice(0, i);
            const value = listMember.slice(i + 1, part.length);
            if ((0, tracestate_validators_1.validateKey)(key) && (0, tracestate_validators_1.validateValue)(value)) {
              agg.set(key, value);
            } else {
            }
          }
          return agg;
        }, /* @__PURE__ */ new Map());
        if (this._internalState.size > MAX_TRACE_STATE_ITEMS) {
          this._internalState = new Map(Array.from(this._internalState.entries()).reverse().slice(0, MAX_TRACE_STATE_ITEMS));
        }
      }
      // @ts-expect-error TS6133 Accessed in tests only.
      _keys() {
        return Array.from(this._internalState.keys()).reverse();
      }
      _clone() {
        const traceState = new _TraceStateImpl();
        traceState._internalState = new Map(this._internalState);
        return traceState;
      }
    };
    exports2.TraceStateImpl = TraceStateImpl;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/internal/utils.js
var require_utils6 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace/internal/utils.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.createTraceState = void 0;
    var tracestate_impl_1 = require_tracestate_impl();
    function createTraceState(rawTraceState) {
      return new tracestate_impl_1.TraceStateImpl(rawTraceState);
    }
    exports2.createTraceState = createTraceState;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/context-api.js
var require_context_api = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/context-api.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.context = void 0;
    var context_1 = require_context2();
    exports2.context = context_1.ContextAPI.getInstance();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag-api.js
var require_diag_api = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/diag-api.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.diag = void 0;
    var diag_1 = require_diag();
    exports2.diag = diag_1.DiagAPI.instance();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics/NoopMeterProvider.js
var require_NoopMeterProvider = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics/NoopMeterProvider.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NOOP_METER_PROVIDER = exports2.NoopMeterProvider = void 0;
    var NoopMeter_1 = require_NoopMeter();
    var NoopMeterProvider = class {
      getMeter(_name, _version, _options) {
        return NoopMeter_1.NOOP_METER;
      }
    };
    exports2.NoopMeterProvider = NoopMeterProvider;
    exports2.NOOP_METER_PROVIDER = new NoopMeterProvider();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/metrics.js
var require_metrics = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/metrics.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.MetricsAPI = void 0;
    var NoopMeterProvider_1 = require_NoopMeterProvider();
    var global_utils_1 = require_global_utils();
    var diag_1 = require_diag();
    var API_NAME = "metrics";
    var MetricsAPI = class _MetricsAPI {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
      }
      /** Get the singleton instance of the Metrics API */
      static getInstance() {
        if (!this._instance) {
          this._instance = new _MetricsAPI();
        }
        return this._instance;
      }
      /**
       * Set the current global meter provider.
       * Returns true if the meter provider was successfully registered, else false.
       */
      setGlobalMeterProvider(provider) {
        return (0, global_utils_1.registerGlobal)(API_NAME, provider, diag_1.DiagAPI.instance());
      }
      /**
       * Returns the global meter provider.
       */
      getMeterProvider() {
        return (0, global_utils_1.getGlobal)(API_NAME) || NoopMeterProvider_1.NOOP_METER_PROVIDER;
      }
      /**
       * Returns a meter from the global meter provider.
       */
      getMeter(name, version2, options) {
        return this.getMeterProvider().getMeter(name, version2, options);
      }
      /** Remove the global meter provider */
      disable() {
        (0, global_utils_1.unregisterGlobal)(API_NAME, diag_1.DiagAPI.instance());
      }
    };
    exports2.MetricsAPI = MetricsAPI;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics-api.js
var require_metrics_api = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/metrics-api.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.metrics = void 0;
    var metrics_1 = require_metrics();
    exports2.metrics = metrics_1.MetricsAPI.getInstance();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/propagation/NoopTextMapPropagator.js
var require_NoopTextMapPropagator = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/propagation/NoopTextMapPropagator.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.NoopTextMapPropagator = void 0;
    var NoopTextMapPropagator = class {
      /** Noop inject function does nothing */
      inject(_context, _carrier) {
      }
      /** Noop extract function does nothing and returns the input context */
      extract(context7, _carrier) {
        return context7;
      }
      fields() {
        return [];
      }
    };
    exports2.NoopTextMapPropagator = NoopTextMapPropagator;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/context-helpers.js
var require_context_helpers = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/baggage/context-helpers.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.deleteBaggage = exports2.setBaggage = exports2.getActiveBaggage = exports2.getBaggage = void 0;
    var context_1 = require_context2();
    var context_2 = require_context();
    var BAGGAGE_KEY = (0, context_2.createContextKey)("OpenTelemetry Baggage Key");
    function getBaggage(context7) {
      return context7.getValue(BAGGAGE_KEY) || void 0;
    }
    exports2.getBaggage = getBaggage;
    function getActiveBaggage() {
      return getBaggage(context_1.ContextAPI.getInstance().active());
    }
    exports2.getActiveBaggage = getActiveBaggage;
    function setBaggage(context7, baggage) {
      return context7.setValue(BAGGAGE_KEY, baggage);
    }
    exports2.setBaggage = setBaggage;
    function deleteBaggage(context7) {
      return context7.deleteValue(BAGGAGE_KEY);
    }
    exports2.deleteBaggage = deleteBaggage;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/propagation.js
var require_propagation = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/propagation.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.PropagationAPI = void 0;
    var global_utils_1 = require_global_utils();
    var NoopTextMapPropagator_1 = require_NoopTextMapPropagator();
    var TextMapPropagator_1 = require_TextMapPropagator();
    var context_helpers_1 = require_context_helpers();
    var utils_1 = require_utils5();
    var diag_1 = require_diag();
    var API_NAME = "propagation";
    var NOOP_TEXT_MAP_PROPAGATOR = new NoopTextMapPropagator_1.NoopTextMapPropagator();
    var PropagationAPI = class _PropagationAPI {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
        this.createBaggage = utils_1.createBaggage;
        this.getBaggage = context_helpers_1.getBaggage;
        this.getActiveBaggage = context_helpers_1.getActiveBaggage;
        this.setBaggage = context_helpers_1.setBaggage;
        this.deleteBaggage = context_helpers_1.deleteBaggage;
      }
      /** Get the singleton instance of the Propagator API */
      static getInstance() {
        if (!this._instance) {
          this._instance = new _PropagationAPI();
        }
        return this._instance;
      }
      /**
       * Set the current propagator.
       *
       * @returns true if the propagator was successfully registered, else false
       */
      setGlobalPropagator(propagator) {
        return (0, global_utils_1.registerGlobal)(API_NAME, propagator, diag_1.DiagAPI.instance());
      }
      /**
       * Inject context into a carrier to be propagated inter-process
       *
       * @param context Context carrying tracing data to inject
       * @param carrier carrier to inject context into
       * @param setter Function used to set values on the carrier
       */
      inject(context7, carrier, setter = TextMapPropagator_1.defaultTextMapSetter) {
        return this._getGlobalPropagator().inject(context7, carrier, setter);
      }
      /**
       * Extract context from a carrier
       *
       * @param context Context which the newly created context will inherit from
       * @param carrier Carrier to extract context from
       * @param getter Function used to extract keys from a carrier
       */
      extract(context7, carrier, getter = TextMapPropagator_1.defaultTextMapGetter) {
        return this._getGlobalPropagator().extract(context7, carrier, getter);
      }
      /**
       * Return a list of all fields which may be used by the propagator.
       */
      fields() {
        return this._getGlobalPropagator().fields();
      }
      /** Remove the global propagator */
      disable() {
        (0, global_utils_1.unregisterGlobal)(API_NAME, diag_1.DiagAPI.instance());
      }
      _getGlobalPropagator() {
        return (0, global_utils_1.getGlobal)(API_NAME) || NOOP_TEXT_MAP_PROPAGATOR;
      }
    };
    exports2.PropagationAPI = PropagationAPI;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/propagation-api.js
var require_propagation_api = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/propagation-api.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.propagation = void 0;
    var propagation_1 = require_propagation();
    exports2.propagation = propagation_1.PropagationAPI.getInstance();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/trace.js
var require_trace = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/api/trace.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.TraceAPI = void 0;
    var global_utils_1 = require_global_utils();
    var ProxyTracerProvider_1 = require_ProxyTracerProvider();
    var spancontext_utils_1 = require_spancontext_utils();
    var context_utils_1 = require_context_utils();
    var diag_1 = require_diag();
    var API_NAME = "trace";
    var TraceAPI = class _TraceAPI {
      /** Empty private constructor prevents end users from constructing a new instance of the API */
      constructor() {
        this._proxyTracerProvider = new ProxyTracerProvider_1.ProxyTracerProvider();
        this.wrapSpanContext = spancontext_utils_1.wrapSpanContext;
        this.isSpanContextValid = spancontext_utils_1.isSpanContextValid;
        this.deleteSpan = context_utils_1.deleteSpan;
        this.getSpan = context_utils_1.getSpan;
        this.getActiveSpan = context_utils_1.getActiveSpan;
        this.getSpanContext = context_utils_1.getSpanContext;
        this.setSpan = context_utils_1.setSpan;
        this.setSpanContext = context_utils_1.setSpanContext;
      }
      /** Get the singleton instance of the Trace API */
      static getInstance() {
        if (!this._instance) {
          this._instance = new _TraceAPI();
        }
        return this._instance;
      }
      /**
       * Set the current global tracer.
       *
       * @returns true if the tracer provider was successfully registered, else false
       */
      setGlobalTracerProvider(provider) {
        const success = (0, global_utils_1.registerGlobal)(API_NAME, this._proxyTracerProvider, diag_1.DiagAPI.instance());
        if (success) {
          this._proxyTracerProvider.setDelegate(provider);
        }
        return success;
      }
      /**
       * Returns the global tracer provider.
       */
      getTracerProvider() {
        return (0, global_utils_1.getGlobal)(API_NAME) || this._proxyTracerProvider;
      }
      /**
       * Returns a tracer from the global tracer provider.
       */
      getTracer(name, version2) {
        return this.getTracerProvider().getTracer(name, version2);
      }
      /** Remove the global tracer provider */
      disable() {
        (0, global_utils_1.unregisterGlobal)(API_NAME, diag_1.DiagAPI.instance());
        this._proxyTracerProvider = new ProxyTracerProvider_1.ProxyTracerProvider();
      }
    };
    exports2.TraceAPI = TraceAPI;
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace-api.js
var require_trace_api = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/trace-api.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.trace = void 0;
    var trace_1 = require_trace();
    exports2.trace = trace_1.TraceAPI.getInstance();
  }
});

// ../../work/wt/logs/node_modules/@opentelemetry/api/build/src/index.js
var require_src4 = __commonJS({
  "../../work/wt/logs/node_modules/@opentelemetry/api/build/src/index.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.trace = exports2.propagation = exports2.metrics = exports2.diag = exports2.context = exports2.INVALID_SPAN_CONTEXT = exports2.INVALID_TRACEID = exports2.INVALID_SPANID = exports2.isValidSpanId = exports2.isValidTraceId = exports2.isSpanContextValid = exports2.createTraceState = exports2.TraceFlags = exports2.SpanStatusCode = exports2.SpanKind = exports2.SamplingDecision = exports2.ProxyTracerProvider = exports2.ProxyTracer = exports2.defaultTextMapSetter = exports2.defaultTextMapGetter = exports2.ValueType = exports2.createNoopMeter = exports2.DiagLogLevel = exports2.DiagConsoleLogger = exports2.ROOT_CONTEXT = exports2.createContextKey = exports2.baggageEntryMetadataFromString = void 0;
    var utils_1 = require_utils5();
    Object.defineProperty(exports2, "baggageEntryMetadataFromString", { enumerable: true, get: function() {
      return utils_1.baggageEntryMetadataFromString;
    } });
    var context_1 = require_context();
    Object.defineProperty(exports2, "createContextKey", { enumerable: true, get: function() {
      return context_1.createContextKey;
    } });
    Object.defineProperty(exports2, "ROOT_CONTEXT", { enumerable: true, get: function() {
      return context_1.ROOT_CONTEXT;
    } });
    var consoleLogger_1 = require_consoleLogger();
    Object.defineProperty(exports2, "DiagConsoleLogger", { enumerable: true, get: function() {
      return consoleLogger_1.DiagConsoleLogger;
    } });
    var types_1 = require_types();
    Object.defineProperty(exports2, "DiagLogLevel", { enumerable: true, get: function() {
      return types_1.DiagLogLevel;
    } });
    var NoopMeter_1 = require_NoopMeter();
    Object.defineProperty(exports2, "createNoopMeter", { enumerable: true, get: function() {
      return NoopMeter_1.createNoopMeter;
    } });
    var Metric_1 = require_Metric();
    Object.defineProperty(exports2, "ValueType", { enumerable: true, get: function() {
      return Metric_1.ValueType;
    } });
    var TextMapPropagator_1 = require_TextMapPropagator();
    Object.defineProperty(exports2, "defaultTextMapGetter", { enumerable: true, get: function() {
      return TextMapPropagator_1.defaultTextMapGetter;
    } });
    Object.defineProperty(exports2, "defaultTextMapSetter", { enumerable: true, get: function() {
      return TextMapPropagator_1.defaultTextMapSetter;
    } });
    var ProxyTracer_1 = require_ProxyTracer();
    Object.defineProperty(exports2, "ProxyTracer", { enumerable: true, get: function() {
      return ProxyTracer_1.ProxyTracer;
    } });
    var ProxyTracerProvider_1 = require_ProxyTracerProvider();
    Object.defineProperty(exports2, "ProxyTracerProvider", { enumerable: true, get: function() {
      return ProxyTracerProvider_1.ProxyTracerProvider;
    } });
    var SamplingResult_1 = require_SamplingResult();
    Object.defineProperty(exports2, "SamplingDecision", { enumerable: true, get: function() {
      return SamplingResult_1.SamplingDecision;
    } });
    var span_kind_1 = require_span_kind();
    Object.defineProperty(exports2, "SpanKind", { enumerable: true, get: function() {
      return span_kind_1.SpanKind;
    } });
    var status_1 = require_status();
    Object.defineProperty(exports2, "SpanStatusCode", { enumerable: true, get: function() {
      return status_1.SpanStatusCode;
    } });
    var trace_flags_1 = require_trace_flags();
    Object.defineProperty(exports2, "TraceFlags", { enumerable: true, get: function() {
      return trace_flags_1.TraceFlags;
    } });
    var utils_2 = require_utils6();
    Object.defineProperty(exports2, "createTraceState", { enumerable: true, get: function() {
      return utils_2.createTraceState;
    } });
    var spancontext_utils_1 = require_spancontext_utils();
    Object.defineProperty(exports2, "isSpanContextValid", { enumerable: true, get: function() {
      return spancontext_utils_1.isSpanContextValid;
    } });
    Object.defineProperty(exports2, "isValidTraceId", { enumerable: true, get: function() {
      return spancontext_utils_1.isValidTraceId;
    } });
    Object.defineProperty(exports2, "isValidSpanId", { enumerable: true, get: function() {
      return spancontext_utils_1.isValidSpanId;
    } });
    var invalid_span_constants_1 = require_invalid_span_constants();
    Object.defineProperty(exports2, "INVALID_SPANID", { enumerable: true, get: function() {
      return invalid_span_constants_1.INVALID_SPANID;
    } });
    Object.defineProperty(exports2, "INVALID_TRACEID", { enumerable: true, get: function() {
      return invalid_span_constants_1.INVALID_TRACEID;
    } });
    Object.defineProperty(exports2, "INVALID_SPAN_CONTEXT", { enumerable: true, get: function() {
      return invalid_span_constants_1.INVALID_SPAN_CONTEXT;
    } });
    var context_api_1 = require_context_api();
    Object.defineProperty(exports2, "context", { enumerable: true, get: function() {
      return context_api_1.context;
    } });
    var diag_api_1 = require_diag_api();
    Object.defineProperty(exports2, "diag", { enumerable: true, get: function() {
      return diag_api_1.diag;
    } });
    var metrics_api_1 = require_metrics_api();
    Object.defineProperty(exports2, "metrics", { enumerable: true, get: function() {
      return metrics_api_1.metrics;
    } });
    var propagation_api_1 = require_propagation_api();
    Object.defineProperty(exports2, "propagation", { enumerable: true, get: function() {
      return propagation_api_1.propagation;
    } });
    var trace_api_1 = require_trace_api();
    Object.defineProperty(exports2, "trace", { enumerable: true, get: function() {
      return trace_api_1.trace;
    } });
    exports2.default = {
      context: context_api_1.context,
      diag: diag_api_1.diag,
      metrics: metrics_api_1.metrics,
      propagation: propagation_api_1.propagation,
      trace: trace_api_1.trace
    };
  }
});

// ../../work/wt/logs/packages/log-bridge/src/pino/pino-bridge.ts
var import_api5 = require("@opentelemetry/api");

// ../../work/wt/logs/packages/log-bridge/src/version.ts
var VERSION = require_package().version;

// ../../work/wt/logs/packages/log-bridge/src/pino/line-forwarder.ts
var import_api_logs2 = require("@opentelemetry/api-logs");

// ../../work/wt/logs/packages/log-bridge/src/pino/line.ts
var MAX_LINE_LENGTH = 262144;
function parseLine(json) {
  if (json.length > MAX_LINE_LENGTH || json[0] !== "{") return void 0;
  try {
    const needsCare = json.includes('"__proto__"') || json.includes('"constructor"');
    return needsCare ? JSON.parse(json, withSafeKeys) : JSON.parse(json);
  } catch {
    return void 0;
  }
}
function parseProperties(text2) {
  if (text2.length > MAX_LINE_LENGTH || text2 !== "" && text2[0] !== ",") return void 0;
  return text2 === "" ? {} : parseLine(`{${text2.slice(1)}}`);
}
function readContent(properties, bindings, keys) {
  const attributes = Object.assign({}, bindings);
  for (const key in properties) {
    const value = properties[key];
    if (key === keys.message) continue;
    if (key === keys.nested && isMap(value)) {
      const nested = {};
      for (const nestedKey in value) setAttribute(nested, nestedKey, value[nestedKey], attributes, keys);
      attributes[key] = nested;
    } else {
      setAttribute(attributes, key, value, attributes, keys);
    }
  }
  return { body: properties[keys.message], attributes };
}
function unparsedContent(line) {
  return { body: line.slice(0, MAX_LINE_LENGTH).trimEnd(), attributes: {} };
}
function setAttribute(target, key, value, record, keys) {
  if (key !== keys.error && key !== "err" || !isSerializedError(value)) {
    target[key] = value;
    return;
  }
  const { type, message, stack, ...rest } = value;
  if (type !== void 0) record["exception.type"] = type;
  if (message !== void 0) record["exception.message"] = message;
  if (stack !== void 0) record["exception.stacktrace"] = stack;
  if (Object.keys(rest).length > 0) target[key] = rest;
}
function isSerializedError(value) {
  if (!isMap(value)) return false;
  return typeof value["stack"] === "string" || typeof value["type"] === "string" && typeof value["message"] === "string";
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
function withSafeKeys(key, value) {
  if (key === "constructor") this["[constructor]"] = value;
  return key === "constructor" || key === "__proto__" ? void 0 : value;
}

// ../../work/wt/logs/packages/log-bridge/src/pino/logger-state.ts
var import_node_os = require("node:os");

// ../../work/wt/logs/packages/log-bridge/src/pino/text-properties.ts
var COMMA = 44;
var QUOTE = 34;
var COLON = 58;
function readTextProperties(text2) {
  if (text2.includes("\\")) return void 0;
  const properties = {};
  let position = 0;
  while (position < text2.length) {
    if (text2.charCodeAt(position) !== COMMA || text2.charCodeAt(position + 1) !== QUOTE) return void 0;
    const keyEnd = text2.indexOf('"', position + 2);
    if (text2.charCodeAt(keyEnd + 1) !== COLON || text2.charCodeAt(keyEnd + 2) !== QUOTE) return void 0;
    const valueEnd = text2.indexOf('"', keyEnd + 3);
    const key = text2.slice(position + 2, keyEnd);
    if (valueEnd === -1 || key === "__proto__" || key === "constructor") return void 0;
    properties[key] = text2.slice(keyEnd + 3, valueEnd);
    position = valueEnd + 1;
  }
  return properties;
}

// ../../work/wt/logs/packages/log-bridge/src/pino/logger-state.ts
var MAX_STATES = 64;
var NO_BINDINGS = Object.freeze({});
var RESOURCE_BINDINGS = { pid: process.pid, hostname: (0, import_node_os.hostname)() };
var RESOURCE_TEXT = `,${JSON.stringify(RESOURCE_BINDINGS).slice(1, -1)}`;
var LoggerStates = class {
  #parsed = /* @__PURE__ */ new Map();
  #lastBindings = "";
  #last;
  /** @param bindings - as they stand in each line: `,"pid":1,"name":"shop"` */
  of(bindings) {
    if (this.#last === void 0 || bindings !== this.#lastBindings) {
      this.#last = this.#read(bindings);
      this.#lastBindings = bindings;
    }
    return this.#last;
  }
  #read(bindings) {
    const isUsual = bindings.startsWith(RESOURCE_TEXT);
    const read = isUsual ? readTextProperties(bindings.slice(RESOURCE_TEXT.length)) : void 0;
    if (read !== void 0) return stateOf(read, RESOURCE_BINDINGS);
    let state = this.#parsed.get(bindings);
    if (state === void 0) {
      state = stateOf(parseProperties(bindings) ?? {}, {});
      if (this.#parsed.size >= MAX_STATES) this.#parsed.clear();
      this.#parsed.set(bindings, state);
    }
    return state;
  }
};
function stateOf(all, known) {
  const name = typeof all["name"] === "string" ? all["name"] : void 0;
  const bindings = {};
  let base = known;
  for (const key in all) {
    if (all[key] === (key === "name" ? name : RESOURCE_BINDINGS[key])) base = { ...base, [key]: all[key] };
    else bindings[key] = all[key];
  }
  return { bindings: Object.keys(bindings).length === 0 ? NO_BINDINGS : bindings, base, name };
}

// ../../work/wt/logs/packages/log-bridge/src/pino/plain-content.ts
function plainContent({ format, object, message, text: text2 }, bindings, writtenLength) {
  const { keys, plainSerializers: serializers } = format;
  if (text2.length > MAX_LINE_LENGTH || serializers === void 0 || message !== void 0 && typeof message !== "string")
    return void 0;
  if (message !== void 0 && keys.message in serializers) return void 0;
  let length = message === void 0 ? 0 : propertyLength(keys.message, message);
  const merged = bindings === NO_BINDINGS ? void 0 : Object.assign({}, bindings);
  for (const key in object) {
    const value = object[key];
    if (!isScalar(value) || key in serializers || isSpecial(key, keys) || !Object.hasOwn(object, key))
      return void 0;
    if (merged !== void 0) merged[key] = value;
    length += propertyLength(key, value);
    if (length > writtenLength) return void 0;
  }
  return length === writtenLength ? { body: message, attributes: merged ?? object } : void 0;
}
function isScalar(value) {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number" && Number.isFinite(value);
}
function isSpecial(key, keys) {
  return key === keys.message || key === keys.error || key === "constructor" || key === "__proto__";
}
function propertyLength(key, value) {
  return key.length + 4 + (typeof value === "string" ? value.length + 2 : String(value).length);
}

// ../../work/wt/logs/packages/log-bridge/src/pino/severity.ts
var import_api_logs = require("@opentelemetry/api-logs");
var BY_LABEL = Object.assign(/* @__PURE__ */ Object.create(null), {
  trace: import_api_logs.SeverityNumber.TRACE,
  debug: import_api_logs.SeverityNumber.DEBUG,
  info: import_api_logs.SeverityNumber.INFO,
  warn: import_api_logs.SeverityNumber.WARN,
  error: import_api_logs.SeverityNumber.ERROR,
  fatal: import_api_logs.SeverityNumber.FATAL
});
function severityOf(level, label) {
  const standard = label === void 0 ? void 0 : BY_LABEL[label];
  if (standard !== void 0) return standard;
  if (!(level >= 10)) return import_api_logs.SeverityNumber.TRACE;
  return Math.min(import_api_logs.SeverityNumber.FATAL4, import_api_logs.SeverityNumber.TRACE + Math.floor((level - 10) / 2.5));
}

// ../../work/wt/logs/packages/log-bridge/src/pino/timestamp.ts
var MAX_DATE_MS = 864e13;
var lastTime = "";
var lastMilliseconds = Number.NaN;
function readTimestamp(time) {
  if (time !== lastTime) {
    lastMilliseconds = readMilliseconds(time);
    lastTime = time;
  }
  return lastMilliseconds > 0 && lastMilliseconds <= MAX_DATE_MS ? toHrTime(lastMilliseconds) : void 0;
}
function readMilliseconds(time) {
  const value = time.slice(time.indexOf(":") + 1);
  return value[0] === '"' ? Date.parse(value.slice(1, -1)) : toMilliseconds(Number(value));
}
function toMilliseconds(time) {
  if (time < 1e11) return time * 1e3;
  if (time < 1e14) return time;
  return time < 1e17 ? time / 1e3 : time / 1e6;
}
function toHrTime(milliseconds) {
  return [Math.trunc(milliseconds / 1e3), Math.round(milliseconds % 1e3 * 1e6)];
}

// ../../work/wt/logs/packages/log-bridge/src/pino/line-forwarder.ts
var MAX_SCOPES = 256;
var LineForwarder = class {
  #states = new LoggerStates();
  #scopes = /* @__PURE__ */ new Map();
  #fixedProvider;
  #provider;
  #isEmitting = false;
  setProvider(provider) {
    this.#fixedProvider = provider;
  }
  /** @param defaultScope the scope of loggers without a name */
  forward(line, context7, defaultScope) {
    if (this.#isEmitting) return;
    this.#isEmitting = true;
    try {
      const bindingsText = line.copy.bindings(line.instance);
      const state = this.#states.of(bindingsText);
      const label = line.instance.levels?.labels?.[line.level];
      const { body, attributes } = contentOf(line, bindingsText, state);
      this.#scope(state.name ?? defaultScope).emit({
        timestamp: readTimestamp(line.time) ?? /* @__PURE__ */ new Date(),
        severityNumber: severityOf(line.level, label),
        severityText: label ?? String(line.level),
        body,
        attributes,
        context: context7
      });
    } finally {
      this.#isEmitting = false;
    }
  }
  #scope(name) {
    const provider = this.#fixedProvider ?? import_api_logs2.logs.getLoggerProvider();
    if (provider !== this.#provider) {
      this.#provider = provider;
      this.#scopes.clear();
    }
    let scope = this.#scopes.get(name);
    if (scope === void 0) {
      scope = provider.getLogger(name);
      if (this.#scopes.size < MAX_SCOPES) this.#scopes.set(name, scope);
    }
    return scope;
  }
};
function contentOf(line, bindingsText, { bindings, base }) {
  const { copy, format, instance, level, time, fields, text: text2 } = line;
  const { keys, streamWrite } = format;
  const timeEnd = copy.timeEnd(instance, level, time);
  if (streamWrite === void 0) {
    const start = timeEnd + fields.length + bindingsText.length;
    const end = text2.length - format.end.length;
    const plain = plainContent(line, bindings, end - start);
    if (plain !== void 0) return plain;
    const properties2 = parseProperties(text2.slice(start, end));
    if (properties2 !== void 0) return readContent(properties2, bindings, keys);
  }
  const bare = fields === "" ? text2 : text2.slice(0, timeEnd) + text2.slice(timeEnd + fields.length);
  const written = streamWrite === void 0 ? bare : streamWrite(bare);
  const whole = parseLine(written);
  if (whole === void 0) return unparsedContent(written);
  const { level: _level, time: _time, ...properties } = whole;
  for (const key in base) if (properties[key] === base[key]) delete properties[key];
  return readContent(properties, {}, keys);
}

// ../../work/wt/logs/packages/log-bridge/src/pino/line-patch.ts
var import_node_diagnostics_channel = require("node:diagnostics_channel");
var import_api4 = require("@opentelemetry/api");

// ../../work/wt/logs/packages/log-bridge/src/module-hook.ts
var import_node_fs = require("node:fs");
var import_node_module = __toESM(require("node:module"));
var import_node_path = require("node:path");
var import_api = require("@opentelemetry/api");
var loader = import_node_module.default;
var subscriptions = /* @__PURE__ */ new Set();
var copies = /* @__PURE__ */ new Map();
var installed;
function onModuleCompiled(packageName, file, patch) {
  const subscription = { packageName, suffix: import_node_path.sep + (0, import_node_path.normalize)(file), patch };
  subscriptions.add(subscription);
  install();
  for (const [filename, module2] of Object.entries(loader._cache ?? {})) {
    if (module2?.loaded) apply(subscription, module2, filename);
  }
  return () => {
    if (subscriptions.delete(subscription) && subscriptions.size === 0) uninstall();
  };
}
function install() {
  if (installed) return;
  const original = loader.prototype._compile;
  const hook = function(content, filename, ...rest) {
    const result = original.call(this, content, filename, ...rest);
    for (const subscription of subscriptions) apply(subscription, this, filename);
    return result;
  };
  loader.prototype._compile = hook;
  installed = { hook, original };
}
function uninstall() {
  if (loader.prototype._compile !== installed?.hook) return;
  loader.prototype._compile = installed.original;
  installed = void 0;
}
function apply({ packageName, suffix, patch }, module2, filename) {
  if (!filename.endsWith(suffix)) return;
  const copy = copyAt(filename.slice(0, -suffix.length));
  if (copy?.name !== packageName) return;
  try {
    const replaced = patch(module2.exports, copy);
    if (replaced !== void 0) module2.exports = replaced;
  } catch (error) {
    import_api.diag.error(`${packageName}@${copy.version} is not instrumented: hooking ${suffix.slice(1)} failed`, error);
  }
}
function copyAt(dir) {
  if (!copies.has(dir)) copies.set(dir, readCopy(dir));
  return copies.get(dir);
}
function readCopy(dir) {
  try {
    const { name, version: version2 } = JSON.parse((0, import_node_fs.readFileSync)((0, import_node_path.join)(dir, "package.json"), "utf8"));
    return { name, version: version2, dir };
  } catch {
    return void 0;
  }
}

// ../../work/wt/logs/packages/log-bridge/src/report.ts
var import_api2 = require("@opentelemetry/api");
var reported = /* @__PURE__ */ new Set();
function reportOnce(failure, error) {
  if (reported.has(failure)) return;
  reported.add(failure);
  import_api2.diag.error(`@heddle/log-bridge: ${failure}; further failures of this kind are not reported`, error);
}

// ../../work/wt/logs/packages/log-bridge/src/pino/line-format.ts
var LineFormat = class {
  constructor(parts) {
    this.parts = parts;
    this.keys = {
      message: textOf(parts.messageKey) || "msg",
      // Before pino had the option, it was `err`.
      error: textOf(parts.errorKey) || "err",
      // Under which pino puts the properties of the merging object, if it does.
      nested: textOf(parts.nestedKey) || void 0
    };
    this.end = textOf(parts.end);
    this.streamWrite = parts.hooks?.streamWrite;
    const formatters = parts.formatters;
    this.hasGivenKeys = formatters !== void 0 && formatters.log === void 0 && this.keys.nested === void 0;
    this.plainSerializers = this.hasGivenKeys && isEmpty(parts.stringifiers) ? parts.serializers : void 0;
  }
  parts;
  /** The keys that mean more than an attribute. */
  keys;
  /** What every line ends with: the brace and the line feed. */
  end;
  streamWrite;
  /** The keys at the top of a line are those of the bindings and of the merging object, and no others. */
  hasGivenKeys;
  /** The serializers, where they are all that stands between what the logger is given and what it writes: no formatter, redaction or nested key. */
  plainSerializers;
};
function textOf(value) {
  return typeof value === "string" ? value : "";
}
function isEmpty(stringifiers) {
  return typeof stringifiers === "object" && stringifiers !== null && Reflect.ownKeys(stringifiers).length === 0;
}

// ../../work/wt/logs/packages/log-bridge/src/pino/pino-copy.ts
var PinoCopy = class {
  #lsCache;
  #bindings;
  #end;
  #messageKey;
  #errorKey;
  #nestedKey;
  #hooks;
  #serializers;
  #stringifiers;
  #formatters;
  /** That of the last line: most lines of a process are formatted alike. */
  #format;
  /** @param instance any logger of the copy: its own symbols and the inherited ones are all there are */
  constructor(instance) {
    const symbols = /* @__PURE__ */ new Map();
    for (let object = instance; object !== null; object = Object.getPrototypeOf(object)) {
      for (const symbol of Object.getOwnPropertySymbols(object)) symbols.set(symbol.description, symbol);
    }
    const find = (name) => symbols.get(`pino.${name}`) ?? /* @__PURE__ */ Symbol(`no pino.${name}`);
    this.#lsCache = find("lsCache");
    this.#bindings = find("chindings");
    this.#end = find("end");
    this.#messageKey = find("messageKey");
    this.#errorKey = find("errorKey");
    this.#nestedKey = find("nestedKey");
    this.#hooks = find("hooks");
    this.#serializers = find("serializers");
    this.#stringifiers = find("stringifiers");
    this.#formatters = find("formatters");
  }
  /** The bindings of a logger and of those it is a child of, as they stand in each of its lines: `,"pid":1,"name":"shop"`. */
  bindings(instance) {
    return textOf(instance[this.#bindings]);
  }
  /** Where the time ends in a line: it comes second, after the level. */
  timeEnd(instance, level, time) {
    const levels = instance[this.#lsCache];
    return textOf(levels?.[level]).length + time.length;
  }
  /** Sets what every line ends with, on this logger alone. @returns a function that undoes it */
  overrideEnd(instance, end) {
    const own = Object.getOwnPropertyDescriptor(instance, this.#end);
    instance[this.#end] = end;
    return () => {
      if (own) Object.defineProperty(instance, this.#end, own);
      else delete instance[this.#end];
    };
  }
  /** How a logger makes its lines. */
  format(instance) {
    const serializers = instance[this.#serializers];
    const stringifiers = instance[this.#stringifiers];
    const formatters = instance[this.#formatters];
    const end = instance[this.#end];
    const messageKey = instance[this.#messageKey];
    const errorKey = instance[this.#errorKey];
    const nestedKey = instance[this.#nestedKey];
    const hooks = instance[this.#hooks];
    const last2 = this.#format;
    if (last2 !== void 0 && last2.parts.serializers === serializers && last2.parts.stringifiers === stringifiers && last2.parts.formatters === formatters && last2.parts.end === end && last2.parts.messageKey === messageKey && last2.parts.errorKey === errorKey && last2.parts.nestedKey === nestedKey && last2.parts.hooks === hooks)
      return last2;
    const parts = { serializers, stringifiers, formatters, end, messageKey, errorKey, nestedKey, hooks };
    this.#format = new LineFormat(parts);
    return this.#format;
  }
};

// ../../work/wt/logs/packages/log-bridge/src/pino/trace-fields.ts
var import_api3 = require("@opentelemetry/api");
var last;
function traceFields(spanContext) {
  if (spanContext === void 0) return "";
  if (last?.spanContext !== spanContext) last = { spanContext, fields: fieldsOf(spanContext) };
  return last.fields;
}
function fieldsOf(spanContext) {
  if (!(0, import_api3.isSpanContextValid)(spanContext)) return "";
  const { traceId, spanId, traceFlags } = spanContext;
  const flags = traceFlags < 16 ? `0${traceFlags.toString(16)}` : traceFlags.toString(16);
  return `,"trace_id":"${traceId}","span_id":"${spanId}","trace_flags":"${flags}"`;
}
function hasTraceId(object, bindings) {
  if (bindings.includes('"trace_id":')) return true;
  return typeof object === "object" && object !== null && Object.hasOwn(object, "trace_id");
}
function addTraceFields(line, fields, end) {
  if (fields === "" || end === "" || !line.endsWith(end) || isInLine(line)) return line;
  return line.slice(0, -end.length) + fields + end;
}
function isInLine(line) {
  if (!line.includes('"trace_id":')) return false;
  try {
    return Object.hasOwn(JSON.parse(line), "trace_id");
  } catch {
    return true;
  }
}

// ../../work/wt/logs/packages/log-bridge/src/pino/line-patch.ts
var CALL_START = "tracing:pino_asJson:start";
var CALL_END = "tracing:pino_asJson:end";
var LinePatch = class {
  #observer;
  #patches = /* @__PURE__ */ new Map();
  #firstLines = /* @__PURE__ */ new WeakMap();
  #unhook;
  #patchedCalls = 0;
  constructor(observer) {
    this.#observer = observer;
  }
  get isEnabled() {
    return this.#unhook !== void 0;
  }
  enable() {
    if (this.isEnabled) return;
    this.#unhook = onModuleCompiled("pino", "lib/proto.js", (createInstance) => {
      this.#patch(createInstance());
    });
    (0, import_node_diagnostics_channel.subscribe)(CALL_START, this.#onCallStart);
    (0, import_node_diagnostics_channel.subscribe)(CALL_END, this.#onCallEnd);
  }
  disable() {
    this.#unhook?.();
    this.#unhook = void 0;
    (0, import_node_diagnostics_channel.unsubscribe)(CALL_START, this.#onCallStart);
    (0, import_node_diagnostics_channel.unsubscribe)(CALL_END, this.#onCallEnd);
    for (const [prototype, { symbol, original, patched }] of this.#patches) {
      if (prototype[symbol] !== patched) continue;
      prototype[symbol] = original;
      this.#patches.delete(prototype);
    }
  }
  #patch(instance) {
    const found = findAsJson(instance);
    if (found === void 0 || this.#patches.has(found.prototype)) return;
    const { prototype, symbol } = found;
    const original = prototype[symbol];
    const patched = this.#asJson(original);
    prototype[symbol] = patched;
    this.#patches.set(prototype, { symbol, original, patched });
  }
  #asJson(original) {
    const lines = this;
    let copy;
    return function(object, message, level, time) {
      if (!lines.isEnabled) return original.call(this, object, message, level, time);
      let active;
      let format;
      let ids = "";
      let fields = "";
      try {
        copy ??= new PinoCopy(this);
        active = import_api4.context.active();
        format = copy.format(this);
        ids = lines.#observer.traceFields(active);
        if (ids !== "" && canGoFirst(format, object, copy.bindings(this))) fields = ids;
      } catch (error) {
        reportOnce("a line of pino could not be bridged", error);
      }
      let text2;
      lines.#patchedCalls++;
      try {
        text2 = original.call(this, object, message, level, fields === "" ? time : time + fields);
      } finally {
        lines.#patchedCalls--;
      }
      if (copy === void 0 || format === void 0 || active === void 0) return text2;
      let written = text2;
      try {
        if (ids !== fields) written = addTraceFields(text2, ids, format.end);
        lines.#observer.onLine({ copy, format, instance: this, object, message, level, time, fields, text: text2 }, active);
      } catch (error) {
        reportOnce("a line of pino could not be bridged", error);
      }
      return written;
    };
  }
  /** A handler that throws would end the process: Node takes it for an uncaught exception. */
  #onCallStart = (message) => {
    if (this.#patchedCalls > 0) return;
    try {
      const call = message;
      this.#patch(call.instance);
      this.#firstLines.set(call, this.#firstLine(call));
    } catch (error) {
      reportOnce("a copy of pino could not be bridged", error);
    }
  };
  #onCallEnd = (message) => {
    const call = message;
    const finish = this.#firstLines.get(call);
    if (finish === void 0) return;
    this.#firstLines.delete(call);
    try {
      finish(call.result);
    } catch (error) {
      reportOnce("a line of pino could not be bridged", error);
    }
  };
  /** The line with which a copy is discovered is under way already: its fields go in with the text that it ends with. */
  #firstLine({ instance, arguments: [object, message, level, time] }) {
    const copy = new PinoCopy(instance);
    const active = import_api4.context.active();
    const format = copy.format(instance);
    const { end } = format;
    const isOwn = hasTraceId(object, copy.bindings(instance));
    const fields = isOwn ? "" : this.#observer.traceFields(active);
    const restoreEnd = copy.overrideEnd(instance, fields + end);
    return (line) => {
      restoreEnd();
      if (line === void 0) return;
      const text2 = line.slice(0, line.length - fields.length - end.length) + end;
      this.#observer.onLine({ copy, format, instance, object, message, level, time, fields: "", text: text2 }, active);
    };
  }
};
function canGoFirst(format, object, bindings) {
  return format.hasGivenKeys && format.keys.message !== "trace_id" && !hasTraceId(object, bindings);
}
function findAsJson(instance) {
  let found;
  for (let object = instance; object !== null; object = Object.getPrototypeOf(object)) {
    const symbol = Object.getOwnPropertySymbols(object).find(({ description }) => description === "pino.asJson");
    if (symbol !== void 0) found = { prototype: object, symbol };
  }
  return found;
}

// ../../work/wt/logs/packages/log-bridge/src/pino/pino-bridge.ts
var PinoBridge = class {
  instrumentationName = "@heddle/log-bridge/pino";
  instrumentationVersion = VERSION;
  #forwarder = new LineForwarder();
  #patch;
  #options;
  constructor(options = {}) {
    this.#options = { enabled: true, ...options };
    this.#patch = new LinePatch({
      traceFields: (context7) => this.#traceFields(context7),
      onLine: (line, context7) => this.#onLine(line, context7)
    });
    if (this.#options.enabled) this.enable();
  }
  /** Starts. Does nothing when it has started already. */
  enable() {
    this.#patch.enable();
  }
  /** Stops, and takes its patches back. */
  disable() {
    this.#patch.disable();
  }
  /** Gives records to this provider from now on. @default the globally registered one, looked up for each line */
  setLoggerProvider(provider) {
    this.#forwarder.setProvider(provider);
  }
  /** Does nothing: there are no spans here. */
  setTracerProvider(_provider) {
  }
  /** Does nothing: there are no metrics here. */
  setMeterProvider(_provider) {
  }
  /** Replaces the options. They hold for the lines that are written from now on; `enabled` starts and stops nothing here. */
  setConfig(options) {
    this.#options = { enabled: true, ...options };
  }
  getConfig() {
    return this.#options;
  }
  #traceFields(context7) {
    if (this.#options.addIds === false) return "";
    return traceFields(import_api5.trace.getSpanContext(context7));
  }
  #onLine(line, context7) {
    if (this.#options.forward === false) return;
    this.#forwarder.forward(line, context7, this.#options.loggerName ?? "pino");
  }
};

// ../../work/wt/logs/packages/heddle/src/logging/log-attributes.ts
var NOT_A_VALUE = /* @__PURE__ */ Symbol("not a value");
function copyValue(value, length) {
  switch (typeof value) {
    case "string":
      return value.length > length && length > 0 ? value.substring(0, length) : value;
    case "number":
    case "boolean":
    case "undefined":
      return value;
    case "object":
      return value === null ? null : copyNested(value, length);
    default:
      return NOT_A_VALUE;
  }
}
function copyNested(value, length) {
  try {
    return new NestedCopy(length).object(value);
  } catch {
    return NOT_A_VALUE;
  }
}
var NestedCopy = class {
  #seen = /* @__PURE__ */ new Set();
  #length;
  constructor(length) {
    this.#length = length;
  }
  object(value) {
    if (value instanceof Uint8Array) return value;
    if (this.#seen.has(value)) return NOT_A_VALUE;
    this.#seen.add(value);
    if (Array.isArray(value)) return this.#array(value);
    const made = value.constructor;
    return made === Object || made === void 0 ? this.#map(value) : NOT_A_VALUE;
  }
  #array(values) {
    const copy = [];
    for (const value of values) {
      const copied = this.#value(value);
      if (copied === NOT_A_VALUE) return NOT_A_VALUE;
      copy.push(copied);
    }
    return copy;
  }
  #map(value) {
    const copy = {};
    for (const key of Object.keys(value)) {
      const copied = this.#value(value[key]);
      if (copied === NOT_A_VALUE) return NOT_A_VALUE;
      if (key !== "__proto__") copy[key] = copied;
    }
    return copy;
  }
  #value(value) {
    return typeof value === "object" && value !== null ? this.object(value) : copyValue(value, this.#length);
  }
};

// ../../work/wt/logs/packages/heddle/src/logging/recording-logger.ts
var import_api8 = require("@opentelemetry/api");

// ../../work/wt/logs/packages/heddle/src/logging/recorded-log.ts
var import_api7 = require("@opentelemetry/api");
var import_core4 = __toESM(require_src());

// ../../work/wt/logs/packages/heddle/src/exception-attributes.ts
function exceptionAttributes(exception) {
  if (typeof exception === "string") return { "exception.message": exception };
  if (typeof exception !== "object" || exception === null) return {};
  try {
    return attributesOf(exception);
  } catch {
    return {};
  }
}
function attributesOf({ code, name, message, stack }) {
  const attributes = {};
  if (code) attributes["exception.type"] = String(code);
  else if (name) attributes["exception.type"] = name;
  if (message) attributes["exception.message"] = message;
  if (stack) attributes["exception.stacktrace"] = stack;
  return attributes;
}

// ../../work/wt/logs/packages/heddle/src/tracing/recording-span.ts
var import_api6 = require("@opentelemetry/api");
var import_core3 = __toESM(require_src());

// ../../work/wt/logs/packages/heddle/src/tracing/attribute-limits.ts
var import_core = __toESM(require_src());
function truncated(value, length) {
  if (typeof value === "string") return value.length > length && length > 0 ? value.substring(0, length) : value;
  if (!Array.isArray(value)) return value;
  return value.map((each) => typeof each === "string" ? truncated(each, length) : each);
}
function plainCopy(given, limits) {
  const attributes = {};
  let count = 0;
  if (typeof given !== "object") return void 0;
  for (const key in given) {
    if (!Object.hasOwn(given, key)) continue;
    const value = given[key];
    const fits = typeof value === "string" ? !(value.length > limits.attributeValueLength) : isScalar2(value);
    if (!fits || key === "" || key === "__proto__" || ++count > limits.attributeCount) return void 0;
    attributes[key] = value;
  }
  return { attributes, count, droppedCount: 0 };
}
function limited(given, countLimit, length) {
  const sanitized = (0, import_core.sanitizeAttributes)(given);
  const attributes = {};
  let count = 0;
  let droppedCount = 0;
  for (const key in sanitized) {
    if (count >= countLimit) {
      droppedCount++;
    } else {
      attributes[key] = truncated(sanitized[key], length);
      count++;
    }
  }
  return { attributes, count, droppedCount };
}
function isScalar2(value) {
  return typeof value === "number" || typeof value === "boolean";
}

// ../../work/wt/logs/packages/heddle/src/tracing/span-time.ts
var import_node_perf_hooks = require("node:perf_hooks");
var import_core2 = __toESM(require_src());
var SpanTime = class {
  start;
  #isStartGiven;
  #startedAtMs = Date.now();
  #startedAtTick = import_node_perf_hooks.performance.now();
  constructor(given) {
    this.#isStartGiven = given != null;
    this.start = this.at(given ?? this.#startedAtMs);
  }
  /** The time that was given, or now. A number that is no later than `performance.now()` is one of `performance.now()`. */
  at(given) {
    if (typeof given === "number") return given <= import_node_perf_hooks.performance.now() ? this.#ofTick(given) : (0, import_core2.millisToHrTime)(given);
    if (given instanceof Date) return (0, import_core2.millisToHrTime)(given.getTime());
    if ((0, import_core2.isTimeInputHrTime)(given)) return given;
    if (this.#isStartGiven) return (0, import_core2.millisToHrTime)(Date.now());
    return (0, import_core2.addHrTimes)(this.start, (0, import_core2.millisToHrTime)(import_node_perf_hooks.performance.now() - this.#startedAtTick));
  }
  #ofTick(tick) {
    return (0, import_core2.hrTime)(tick + this.#startedAtMs - (this.#startedAtTick + import_node_perf_hooks.performance.timeOrigin));
  }
};

// ../../work/wt/logs/packages/heddle/src/tracing/recording-span.ts
var NOT_ENDED = Object.freeze([0, 0]);
var RecordingSpan = class {
  name;
  kind;
  parentSpanContext;
  attributes;
  links = [];
  events = [];
  startTime;
  endTime = NOT_ENDED;
  status = { code: import_api6.SpanStatusCode.UNSET };
  resource;
  instrumentationScope;
  #origin;
  #spanContext;
  #time;
  #duration;
  #ended = false;
  #attributeCount = 0;
  #droppedAttributes = 0;
  #droppedEvents = 0;
  #droppedLinks = 0;
  constructor(origin, start) {
    this.name = start.name;
    this.kind = start.kind;
    if (start.parentSpanContext !== void 0) this.parentSpanContext = start.parentSpanContext;
    this.#time = new SpanTime(start.startTime);
    this.startTime = this.#time.start;
    this.resource = origin.resource;
    this.instrumentationScope = origin.scope;
    this.#origin = origin;
    this.#spanContext = start.spanContext;
    const plain = plainCopy(start.attributes, origin.limits);
    this.attributes = plain?.attributes ?? {};
    if (plain === void 0) this.setAttributes((0, import_core3.sanitizeAttributes)(start.attributes));
    else this.#attributeCount = plain.count;
    if (start.links !== void 0) this.addLinks(start.links);
  }
  /** Tells the processors, once the span is whole. */
  begin(parentContext) {
    this.#origin.processors.onStart(this, parentContext);
    return this;
  }
  spanContext() {
    return this.#spanContext;
  }
  setAttribute(key, value) {
    if (value === void 0 || value === null || this.#isOver()) return this;
    if (key.length === 0 || key === "__proto__" || !(0, import_core3.isAttributeValue)(value)) {
      import_api6.diag.warn(`the span attribute ${JSON.stringify(key)} is left out: its key or its value is not valid`);
      return this;
    }
    const { attributeCount, attributeValueLength } = this.#origin.limits;
    const isNew = !Object.hasOwn(this.attributes, key);
    if (isNew && this.#attributeCount >= attributeCount) {
      this.#droppedAttributes++;
      return this;
    }
    this.attributes[key] = truncated(value, attributeValueLength);
    if (isNew) this.#attributeCount++;
    return this;
  }
  setAttributes(attributes) {
    for (const key in attributes) {
      if (Object.hasOwn(attributes, key)) this.setAttribute(key, attributes[key]);
    }
    return this;
  }
  addEvent(name, attributesOrTime, time) {
    if (this.#isOver()) return this;
    const { eventCount, attributePerEventCount, attributeValueLength } = this.#origin.limits;
    if (this.events.length >= eventCount) this.#droppedEvents++;
    if (eventCount === 0) return this;
    if (this.events.length >= eventCount) this.events.shift();
    const isTime = (0, import_core3.isTimeInput)(attributesOrTime);
    const { attributes, droppedCount } = limited(
      isTime ? void 0 : attributesOrTime,
      attributePerEventCount,
      attributeValueLength
    );
    const given = isTime && !(0, import_core3.isTimeInput)(time) ? attributesOrTime : time;
    this.events.push({ name, attributes, time: this.#time.at(given), droppedAttributesCount: droppedCount });
    return this;
  }
  addLink(link) {
    if (this.#isOver()) return this;
    const { linkCount, attributePerLinkCount, attributeValueLength } = this.#origin.limits;
    if (this.links.length >= linkCount) this.#droppedLinks++;
    if (linkCount === 0) return this;
    if (this.links.length >= linkCount) this.links.shift();
    const { attributes, count, droppedCount } = limited(link.attributes, attributePerLinkCount, attributeValueLength);
    const added = { context: link.context };
    if (count > 0) added.attributes = attributes;
    if (droppedCount > 0) added.droppedAttributesCount = droppedCount;
    this.links.push(added);
    return this;
  }
  addLinks(links) {
    for (const link of links) this.addLink(link);
    return this;
  }
  /** OK is final, and UNSET says nothing. */
  setStatus({ code, message }) {
    if (this.#isOver() || code === import_api6.SpanStatusCode.UNSET || this.status.code === import_api6.SpanStatusCode.OK) return this;
    const isText = code === import_api6.SpanStatusCode.ERROR && typeof message === "string";
    this.status = isText ? { code, message } : { code };
    return this;
  }
  updateName(name) {
    if (!this.#isOver()) this.name = name;
    return this;
  }
  recordException(exception, time) {
    const attributes = exceptionAttributes(exception);
    if (attributes["exception.type"] || attributes["exception.message"]) this.addEvent("exception", attributes, time);
    else import_api6.diag.warn("an exception is not recorded: it has neither a type nor a message");
  }
  isRecording() {
    return !this.#ended;
  }
  end(endTime) {
    if (this.#isOver()) return;
    this.endTime = this.#time.at(endTime);
    const duration = (0, import_core3.hrTimeDuration)(this.startTime, this.endTime);
    this.#duration = duration;
    if (duration[0] < 0) {
      import_api6.diag.warn(`the span ${this.name} ends before it starts; its duration is set to 0`);
      this.endTime = [...this.startTime];
      this.#duration = [0, 0];
    }
    const { processors } = this.#origin;
    processors.onEnding(this);
    this.#ended = true;
    processors.onEnd(this);
  }
  get duration() {
    return this.#duration ?? [-1, -1];
  }
  get ended() {
    return this.#ended;
  }
  get droppedAttributesCount() {
    return this.#droppedAttributes;
  }
  get droppedEventsCount() {
    return this.#droppedEvents;
  }
  get droppedLinksCount() {
    return this.#droppedLinks;
  }
  #isOver() {
    if (this.#ended) import_api6.diag.warn(`the span ${this.name} (${this.#spanContext.spanId}) has ended and cannot be changed`);
    return this.#ended;
  }
};

// ../../work/wt/logs/packages/heddle/src/logging/recorded-log.ts
var RecordedLog = class {
  resource;
  instrumentationScope;
  attributes = {};
  #limits;
  #hrTime;
  #hrTimeObserved;
  #spanContext;
  #severityNumber;
  #severityText;
  #body;
  #eventName;
  #attributeCount = 0;
  #droppedAttributes = 0;
  #isEmitted = false;
  constructor(origin, record, context7) {
    this.resource = origin.resource;
    this.instrumentationScope = origin.scope;
    this.#limits = origin.limits;
    const { timestamp, observedTimestamp, attributes, exception } = record;
    const nowMs = Date.now();
    this.#hrTime = toHrTime2(timestamp, nowMs);
    this.#hrTimeObserved = toHrTime2(observedTimestamp, nowMs);
    this.#spanContext = validSpanContext(context7);
    this.#severityNumber = record.severityNumber;
    this.#severityText = record.severityText;
    this.#body = record.body;
    this.#eventName = record.eventName;
    if (attributes) this.setAttributes(attributes);
    if (exception !== void 0 && exception !== null) this.#setException(exception);
  }
  setAttribute(key, value) {
    if (this.#isOver()) return this;
    const copy = key.length === 0 || key === "__proto__" ? NOT_A_VALUE : copyValue(value, this.#limits.attributeValueLength);
    if (copy === NOT_A_VALUE) {
      import_api7.diag.warn(`the log attribute ${JSON.stringify(key)} is left out: its key or its value is not valid`);
      return this;
    }
    const isNew = !Object.hasOwn(this.attributes, key);
    if (isNew && this.#attributeCount >= this.#limits.attributeCount) {
      this.#droppedAttributes++;
      return this;
    }
    ;
    this.attributes[key] = copy;
    if (isNew) this.#attributeCount++;
    return this;
  }
  setAttributes(attributes) {
    for (const key in attributes) {
      if (Object.hasOwn(attributes, key)) this.setAttribute(key, attributes[key]);
    }
    return this;
  }
  setBody(body) {
    this.body = body;
    return this;
  }
  setEventName(eventName) {
    if (!this.#isOver()) this.#eventName = eventName;
    return this;
  }
  setSeverityNumber(severityNumber) {
    this.severityNumber = severityNumber;
    return this;
  }
  setSeverityText(severityText) {
    this.severityText = severityText;
    return this;
  }
  /** From now on it can only be read. */
  seal() {
    this.#isEmitted = true;
  }
  get hrTime() {
    return this.#hrTime;
  }
  set hrTime(hrTime2) {
    if (!this.#isOver()) this.#hrTime = hrTime2;
  }
  get hrTimeObserved() {
    return this.#hrTimeObserved;
  }
  set hrTimeObserved(hrTimeObserved) {
    if (!this.#isOver()) this.#hrTimeObserved = hrTimeObserved;
  }
  get spanContext() {
    return this.#spanContext;
  }
  set spanContext(spanContext) {
    if (!this.#isOver()) this.#spanContext = spanContext;
  }
  get severityNumber() {
    return this.#severityNumber;
  }
  set severityNumber(severityNumber) {
    if (!this.#isOver()) this.#severityNumber = severityNumber;
  }
  get severityText() {
    return this.#severityText;
  }
  set severityText(severityText) {
    if (!this.#isOver()) this.#severityText = severityText;
  }
  get body() {
    return this.#body;
  }
  set body(body) {
    if (!this.#isOver()) this.#body = body;
  }
  get eventName() {
    return this.#eventName;
  }
  get droppedAttributesCount() {
    return this.#droppedAttributes;
  }
  /** What the app has given by itself stands. */
  #setException(exception) {
    const attributes = exceptionAttributes(typeof exception === "number" ? String(exception) : exception);
    for (const key in attributes) if (!Object.hasOwn(this.attributes, key)) this.setAttribute(key, attributes[key]);
  }
  #isOver() {
    if (this.#isEmitted) import_api7.diag.warn("a log record cannot be changed once it is emitted");
    return this.#isEmitted;
  }
};
function toHrTime2(given, nowMs) {
  return (0, import_core4.isTimeInput)(given) ? (0, import_core4.timeInputToHrTime)(given) : (0, import_core4.millisToHrTime)(nowMs);
}
function validSpanContext(context7) {
  const span = import_api7.trace.getSpan(context7);
  const spanContext = span?.spanContext();
  if (spanContext === void 0) return void 0;
  return span instanceof RecordingSpan || (0, import_api7.isSpanContextValid)(spanContext) ? spanContext : void 0;
}

// ../../work/wt/logs/packages/heddle/src/logging/passing-log.ts
var PassingLog = class {
  resource;
  instrumentationScope;
  droppedAttributesCount = 0;
  hrTime = [0, 0];
  hrTimeObserved = [0, 0];
  spanContext;
  severityNumber;
  severityText;
  body;
  eventName;
  attributes = {};
  #limits;
  #nowMs = 0;
  #now = [0, 0];
  constructor({ scope, resource, limits }) {
    this.instrumentationScope = scope;
    this.resource = resource;
    this.#limits = limits;
  }
  /** Becomes this record. @returns false, and is of no use, if it is not of the kind that passes */
  become(record, context7) {
    const { timestamp, observedTimestamp, body, attributes, exception } = record;
    if (exception !== void 0 && exception !== null || !isScalar3(body)) return false;
    if (attributes !== void 0 && !this.#canPass(attributes)) return false;
    const now = this.#readClock();
    this.hrTime = timestamp === void 0 ? now : toHrTime2(timestamp, this.#nowMs);
    this.hrTimeObserved = observedTimestamp === void 0 ? now : toHrTime2(observedTimestamp, this.#nowMs);
    this.spanContext = validSpanContext(context7);
    this.severityNumber = record.severityNumber;
    this.severityText = record.severityText;
    this.body = body;
    this.eventName = record.eventName;
    this.attributes = attributes ?? NO_ATTRIBUTES;
    return true;
  }
  #canPass(attributes) {
    const { attributeCount, attributeValueLength } = this.#limits;
    let count = 0;
    for (const key in attributes) {
      const value = attributes[key];
      if (!isScalar3(value) || key === "" || key === "__proto__" || ++count > attributeCount) return false;
      if (typeof value === "string" && value.length > attributeValueLength) return false;
    }
    return true;
  }
  #readClock() {
    const nowMs = Date.now();
    if (nowMs !== this.#nowMs) {
      this.#nowMs = nowMs;
      this.#now = toHrTime2(void 0, nowMs);
    }
    return this.#now;
  }
};
var NO_ATTRIBUTES = {};
function isScalar3(value) {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "undefined":
      return true;
    default:
      return value === null;
  }
}

// ../../work/wt/logs/packages/heddle/src/logging/recording-logger.ts
var RecordingLogger = class {
  #origin;
  #processors;
  #isAlwaysEnabled;
  #passing;
  #isPassing = false;
  /** @param keepsNothing - no processor changes a record, or looks at it again after `onEmit` */
  constructor(origin, processors, keepsNothing) {
    this.#origin = origin;
    this.#processors = processors;
    this.#passing = keepsNothing ? new PassingLog(origin) : void 0;
    this.#isAlwaysEnabled = processors.some((processor) => processor.enabled === void 0);
  }
  emit(given) {
    const surroundings = given.context ?? import_api8.context.active();
    if (!this.#isAlwaysEnabled && !this.enabled(given)) return;
    if (this.#pass(given, surroundings)) return;
    const record = new RecordedLog(this.#origin, given, surroundings);
    this.#give(record, surroundings);
    record.seal();
  }
  /** The short way. A getter among the attributes may log while its record is written down: not into the same object. */
  #pass(given, surroundings) {
    const passing = this.#passing;
    if (passing === void 0 || this.#isPassing || !passing.become(given, surroundings)) return false;
    this.#isPassing = true;
    try {
      this.#give(passing, surroundings);
    } finally {
      this.#isPassing = false;
    }
    return true;
  }
  #give(record, surroundings) {
    const emitted = record;
    for (let i = 0; i < this.#processors.length; i++) this.#processors[i].onEmit(emitted, surroundings);
  }
  /** Whether a processor wants such a record. */
  enabled({ context: given, severityNumber, eventName } = {}) {
    if (this.#isAlwaysEnabled) return true;
    const question = {
      context: given ?? import_api8.context.active(),
      instrumentationScope: this.#origin.scope,
      ...severityNumber !== void 0 && { severityNumber },
      ...eventName !== void 0 && { eventName }
    };
    return this.#processors.some((processor) => processor.enabled?.(question));
  }
};

// ../../work/wt/logs/packages/heddle/src/logging/recording-logger-provider.ts
var MAX_LOGGERS = 1e3;
var RecordingLoggerProvider = class {
  #options;
  #loggers = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  getLogger(name, version2, { schemaUrl, attributes } = {}) {
    const scope = {
      name: name || "unknown",
      ...version2 && { version: version2 },
      ...schemaUrl && { schemaUrl },
      ...attributes && scopeAttributes(attributes, this.#options.limits)
    };
    const key = JSON.stringify(scope);
    const known = this.#loggers.get(key);
    if (known !== void 0) return known;
    const { resource, limits, processors, keepsNothing = false } = this.#options;
    const logger = new RecordingLogger({ scope, resource, limits }, processors, keepsNothing);
    if (this.#loggers.size < MAX_LOGGERS) this.#loggers.set(key, logger);
    return logger;
  }
  async forceFlush() {
    await Promise.all(this.#options.processors.map((processor) => processor.forceFlush()));
  }
  async shutdown() {
    await Promise.all(this.#options.processors.map((processor) => processor.shutdown()));
  }
};
function scopeAttributes(given, limits) {
  const attributes = {};
  let droppedAttributesCount = 0;
  let count = 0;
  for (const [key, value] of Object.entries(given)) {
    const copy = key === "" || key === "__proto__" ? NOT_A_VALUE : copyValue(value, limits.attributeValueLength);
    if (copy === NOT_A_VALUE || count >= limits.attributeCount) {
      droppedAttributesCount++;
    } else {
      attributes[key] = copy;
      count++;
    }
  }
  return count > 0 ? { attributes, droppedAttributesCount } : { droppedAttributesCount };
}

// ../../work/wt/logs/packages/otlp/src/encode/byte-writer.ts
var MAX_ITEM_BYTES = 16 * 1024 * 1024;
var ITEM_TOO_LARGE = new RangeError("the item is larger than 16 MiB once encoded");
var INITIAL_CAPACITY = 1024;
var RETAINED_CAPACITY = 2 * 1024 * 1024;
var MEASURED_FROM = 16 * 1024;
var ByteWriter = class {
  bytes;
  position = 0;
  itemStart = 0;
  constructor(capacity = INITIAL_CAPACITY) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }
  /** Notes where an item begins, so that its size can be bounded while it is written. Returns that position. */
  startItem() {
    this.itemStart = this.position;
    return this.position;
  }
  /**
   * Makes room for `count` more bytes.
   * @throws {@link ITEM_TOO_LARGE} when the current item would have to grow beyond its bound
   */
  reserve(count) {
    if (this.position + count > this.bytes.length) this.grow(count);
  }
  /** Appends `text` as UTF-8, lone surrogates as U+FFFD, and returns how many bytes that took. */
  utf8(text2) {
    this.reserve(text2.length < MEASURED_FROM ? text2.length * 3 : Buffer.byteLength(text2));
    const written = this.bytes.write(text2, this.position);
    this.position += written;
    return written;
  }
  append(bytes) {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.position);
    this.position += bytes.length;
  }
  /** Copies out everything from `start` to the end and forgets it. */
  takeFrom(start) {
    const taken = Buffer.from(this.bytes.subarray(start, this.position));
    this.position = start;
    return taken;
  }
  /** Forgets what was written and keeps the memory, unless it became unreasonably large. */
  clear() {
    this.position = 0;
    this.itemStart = 0;
    if (this.bytes.length > RETAINED_CAPACITY) this.bytes = Buffer.allocUnsafeSlow(INITIAL_CAPACITY);
  }
  grow(count) {
    const needed = this.position + count;
    if (needed - this.itemStart > MAX_ITEM_BYTES + 3 * MEASURED_FROM) throw ITEM_TOO_LARGE;
    let capacity = this.bytes.length;
    while (capacity < needed) capacity *= 2;
    const grown = Buffer.allocUnsafeSlow(capacity);
    this.bytes.copy(grown, 0, 0, this.position);
    this.bytes = grown;
  }
};

// ../../work/wt/logs/packages/otlp/src/encode/limits.ts
var MAX_DEPTH = 16;
var CIRCULAR = "[Circular]";
var TOO_DEEP = "[Truncated]";
var UNREADABLE = "[Unreadable]";
var INVALID_IDS = new TypeError("the trace id or span id of a span is not valid");

// ../../work/wt/logs/packages/otlp/src/encode/json/any-value.ts
var TWO_63 = 2 ** 63;
var NANOS_PER_SECOND = 1000000000n;
function jsonAttributes(attributes, enclosing2 = []) {
  return Object.keys(attributes).map((key) => ({
    key: jsonText(key),
    value: jsonAnyValue(attributes[key], enclosing2)
  }));
}
function jsonAnyValue(value, enclosing2 = []) {
  switch (typeof value) {
    case "string":
      return { stringValue: jsonText(value) };
    case "boolean":
      return { boolValue: value };
    case "number":
      return jsonNumber(value);
    case "bigint":
      return BigInt.asIntN(64, value) === value ? { intValue: value.toString() } : { stringValue: value.toString() };
    case "object":
      return value === null ? {} : jsonObject(value, enclosing2);
    default:
      return {};
  }
}
function jsonNumber(value) {
  if (Number.isInteger(value) && value >= -TWO_63 && value < TWO_63) return { intValue: BigInt(value).toString() };
  return { doubleValue: Number.isFinite(value) ? value : String(value) };
}
function jsonObject(value, enclosing2) {
  if (enclosing2.length >= MAX_DEPTH) return { stringValue: TOO_DEEP };
  if (enclosing2.includes(value)) return { stringValue: CIRCULAR };
  const inside = [...enclosing2, value];
  try {
    if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString("base64") };
    if (Array.isArray(value)) return { arrayValue: { values: Array.from(value, (item) => jsonAnyValue(item, inside)) } };
    return { kvlistValue: { values: jsonAttributes(value, inside) } };
  } catch {
    return { stringValue: UNREADABLE };
  }
}
function jsonTime(time) {
  if (!(time[0] >= 0)) return "0";
  return String(BigInt(Math.trunc(time[0])) * NANOS_PER_SECOND + BigInt(Math.trunc(time[1])));
}
function jsonText(text2) {
  return text2 === void 0 ? void 0 : String(text2).replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD");
}

// ../../work/wt/logs/packages/otlp/src/encode/span-flags.ts
var TRACE_FLAGS = 255;
var HAS_IS_REMOTE = 256;
var IS_REMOTE = 512;
function spanFlags(traceFlags, isRemote) {
  return traceFlags & TRACE_FLAGS | HAS_IS_REMOTE | (isRemote ? IS_REMOTE : 0);
}

// ../../work/wt/logs/packages/otlp/src/encode/json/span.ts
var TRACE_ID = /^[0-9a-f]{32}$/i;
var SPAN_ID = /^[0-9a-f]{16}$/i;
function jsonSpan(span) {
  const spanContext = span.spanContext();
  const parent = span.parentSpanContext;
  if (!hasIds(spanContext)) throw INVALID_IDS;
  return {
    traceId: spanContext.traceId,
    spanId: spanContext.spanId,
    parentSpanId: parent && SPAN_ID.test(parent.spanId) ? parent.spanId : void 0,
    traceState: jsonText(spanContext.traceState?.serialize()),
    name: jsonText(span.name),
    kind: span.kind == null ? 0 : span.kind + 1,
    startTimeUnixNano: jsonTime(span.startTime),
    endTimeUnixNano: jsonTime(span.endTime),
    attributes: jsonAttributes(span.attributes),
    droppedAttributesCount: span.droppedAttributesCount,
    events: span.events.map(jsonEvent),
    droppedEventsCount: span.droppedEventsCount,
    links: span.links.filter((link) => hasIds(link.context)).map(jsonLink),
    droppedLinksCount: span.droppedLinksCount,
    status: { code: span.status.code, message: jsonText(span.status.message) },
    flags: spanFlags(spanContext.traceFlags, parent?.isRemote)
  };
}
function hasIds(spanContext) {
  return TRACE_ID.test(spanContext.traceId) && SPAN_ID.test(spanContext.spanId);
}
function jsonEvent(event) {
  return {
    timeUnixNano: jsonTime(event.time),
    name: jsonText(event.name),
    attributes: jsonAttributes(event.attributes ?? {}),
    droppedAttributesCount: event.droppedAttributesCount ?? 0
  };
}
function jsonLink(link) {
  return {
    traceId: link.context.traceId,
    spanId: link.context.spanId,
    traceState: jsonText(link.context.traceState?.serialize()),
    attributes: jsonAttributes(link.attributes ?? {}),
    droppedAttributesCount: link.droppedAttributesCount ?? 0,
    flags: spanFlags(link.context.traceFlags, link.context.isRemote)
  };
}

// ../../work/wt/logs/packages/otlp/src/encode/json/log-record.ts
function jsonLogRecord(record) {
  const spanContext = record.spanContext;
  const ids = spanContext && hasIds(spanContext) ? spanContext : void 0;
  return {
    timeUnixNano: jsonTime(record.hrTime),
    observedTimeUnixNano: jsonTime(record.hrTimeObserved),
    severityNumber: record.severityNumber,
    severityText: jsonText(record.severityText),
    body: record.body === void 0 ? void 0 : jsonAnyValue(record.body),
    eventName: jsonText(record.eventName),
    attributes: jsonAttributes(record.attributes),
    droppedAttributesCount: record.droppedAttributesCount,
    flags: spanContext?.traceFlags,
    traceId: ids?.traceId,
    spanId: ids?.spanId
  };
}

// ../../work/wt/logs/packages/otlp/src/encode/json/format.ts
var jsonSpans = jsonFormat(
  { resources: "resourceSpans", scopes: "scopeSpans", items: "spans" },
  jsonSpan
);
var jsonLogRecords = jsonFormat(
  { resources: "resourceLogs", scopes: "scopeLogs", items: "logRecords" },
  jsonLogRecord
);
function jsonFormat(names, toJson) {
  return {
    contentType: "application/json",
    newWriter: () => new ByteWriter(),
    writeItem(writer, item) {
      writer.utf8(`${JSON.stringify(toJson(item))},`);
    },
    scopeHeader: (scope) => openArray({ scope: jsonScope(scope), schemaUrl: jsonText(scope.schemaUrl) }, names.items),
    scope: (header, items) => [Buffer.from("{"), header, withoutLastByte(items), Buffer.from("]},")],
    resourceHeader: (resource) => openArray(jsonResource(resource), names.scopes),
    request: (header, scopes) => Buffer.concat([Buffer.from(`{"${names.resources}":[{`), header, withoutLastByte(scopes), Buffer.from("]}]}")])
  };
}
function openArray(fields, arrayName) {
  return Buffer.from(`${JSON.stringify(fields).slice(1, -1)},"${arrayName}":[`);
}
function jsonScope(scope) {
  return {
    name: jsonText(scope.name),
    version: jsonText(scope.version),
    attributes: scope.attributes ? jsonAttributes(scope.attributes) : void 0,
    droppedAttributesCount: scope.droppedAttributesCount
  };
}
function jsonResource(resource) {
  return { resource: { attributes: jsonAttributes(resource.attributes) }, schemaUrl: jsonText(resource.schemaUrl) };
}
function withoutLastByte(bytes) {
  return bytes.subarray(0, -1);
}

// ../../work/wt/logs/packages/otlp/src/encode/protobuf/known-key.ts
var MAX_PAIR_BYTES = 256;
var KnownKey = class {
  constructor(field) {
    this.field = field;
  }
  field;
  value = void 0;
  /** The length and the content of the KeyValue. */
  pair;
  /**
   * Keeps the pair that was written from `start` on when its value has come for the second time: to copy those that never come again
   * would be lost work.
   */
  remember(value, writer, start) {
    const isRepeated = value === this.value;
    const bytes = writer.position - start;
    const isKept = bytes <= MAX_PAIR_BYTES && typeof value !== "object" && typeof value !== "function";
    this.value = isKept ? value : void 0;
    this.pair = isKept && isRepeated ? Uint8Array.from(writer.bytes.subarray(start, writer.position)) : void 0;
  }
};

// ../../work/wt/logs/packages/otlp/src/encode/protobuf/writer.ts
var VARINT = 0;
var FIXED64 = 1;
var LENGTH_DELIMITED = 2;
var FIXED32 = 5;
var varintField = (number) => number << 3 | VARINT;
var fixed64Field = (number) => number << 3 | FIXED64;
var lengthField = (number) => number << 3 | LENGTH_DELIMITED;
var fixed32Field = (number) => number << 3 | FIXED32;
var SHORT_TEXT = 28;
var TWO_32 = 4294967296;
var NANOS_PER_SECOND2 = 1e9;
var HEX = new Uint8Array(256).fill(255);
for (let digit = 0; digit < 16; digit++) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}
var ProtobufWriter = class extends ByteWriter {
  // Nearly all times of a batch lie within the same second, so its contribution to the 64 bits is kept.
  second = -1;
  secondLow = 0;
  secondHigh = 0;
  tag(tag) {
    this.reserve(2);
    if (tag >= 128) {
      this.bytes[this.position++] = tag & 127 | 128;
      tag >>>= 7;
    }
    this.bytes[this.position++] = tag;
  }
  /** An unsigned integer, taken modulo 2^32 so that no value, however odd, can break the message. */
  varint(value) {
    value >>>= 0;
    this.reserve(5);
    const bytes = this.bytes;
    let position = this.position;
    while (value > 127) {
      bytes[position++] = value & 127 | 128;
      value >>>= 7;
    }
    bytes[position++] = value;
    this.position = position;
  }
  /** A signed 64-bit integer given as two unsigned halves. */
  varint64(low, high) {
    this.reserve(10);
    while (high > 0 || low > 127) {
      this.bytes[this.position++] = low & 127 | 128;
      low = (low >>> 7 | high << 25) >>> 0;
      high >>>= 7;
    }
    this.bytes[this.position++] = low;
  }
  /** An integral number within the range of int64. */
  int64(value) {
    if (value >= 0 && value < TWO_32) this.varint(value);
    else this.varint64(value >>> 0, Math.floor(value / TWO_32) >>> 0);
  }
  double(value) {
    this.reserve(8);
    this.position = this.bytes.writeDoubleLE(value, this.position);
  }
  fixed32(value) {
    this.reserve(4);
    this.position = this.bytes.writeUInt32LE(value >>> 0, this.position);
  }
  /** `[seconds, nanoseconds]` since the epoch as fixed64 nanoseconds, exact and without BigInt. Seconds before the epoch count as 0. */
  time(time) {
    const seconds = time[0];
    if (seconds !== this.second) this.enterSecond(seconds);
    const sum3 = this.secondLow + (time[1] > 0 ? Math.trunc(time[1]) : 0);
    this.reserve(8);
    const bytes = this.bytes;
    const position = this.position;
    const high = this.secondHigh + (sum3 >= TWO_32 ? Math.floor(sum3 / TWO_32) : 0);
    bytes[position] = sum3;
    bytes[position + 1] = sum3 >>> 8;
    bytes[position + 2] = sum3 >>> 16;
    bytes[position + 3] = sum3 >>> 24;
    bytes[position + 4] = high;
    bytes[position + 5] = high >>> 8;
    bytes[position + 6] = high >>> 16;
    bytes[position + 7] = high >>> 24;
    this.position = position + 8;
  }
  enterSecond(seconds) {
    const whole = seconds > 0 ? Math.trunc(seconds) : 0;
    const upper = Math.floor(whole / 65536) * NANOS_PER_SECOND2;
    const lower = whole % 65536 * NANOS_PER_SECOND2 + upper % 65536 * 65536;
    this.second = seconds;
    this.secondLow = lower % TWO_32;
    this.secondHigh = Math.floor(upper / 65536) + Math.floor(lower / TWO_32);
  }
  /** Opens a nested message and reserves `width` bytes for its length, 1 unless it is known to be long. */
  begin(width = 1) {
    this.reserve(width);
    const mark = this.position;
    this.position = mark + width;
    return mark;
  }
  /** Closes the message that `begin` opened, moving its content when the length needs another width than was reserved. */
  end(mark, width = 1) {
    let length = this.position - mark - width;
    if (length < 128 && width === 1) {
      this.bytes[mark] = length;
      return;
    }
    const needed = varintWidth(length);
    if (needed !== width) {
      this.reserve(needed);
      this.bytes.copyWithin(mark + needed, mark + width, this.position);
      this.position += needed - width;
    }
    while (length > 127) {
      this.bytes[mark++] = length & 127 | 128;
      length >>>= 7;
    }
    this.bytes[mark] = length;
  }
  /** The length and the UTF-8 of a string. */
  text(text2) {
    if (typeof text2 !== "string") text2 = String(text2);
    if (text2.length <= SHORT_TEXT ? this.shortAscii(text2) : this.longAscii(text2)) return;
    const mark = this.begin(varintWidth(text2.length));
    this.utf8(text2);
    this.end(mark, varintWidth(text2.length));
  }
  /** Writes the text if it is ASCII; otherwise leaves the position where it was. */
  shortAscii(text2) {
    const length = text2.length;
    this.reserve(length + 1);
    const bytes = this.bytes;
    let position = this.position;
    bytes[position++] = length;
    for (let i = 0; i < length; i++) {
      const code = text2.charCodeAt(i);
      if (code > 127) return false;
      bytes[position++] = code;
    }
    this.position = position;
    return true;
  }
  /** Assumes ASCII for the length; native code then says whether that was right. */
  longAscii(text2) {
    const start = this.position;
    this.varint(text2.length);
    if (this.utf8(text2) === text2.length) return true;
    this.position = start;
    return false;
  }
  /** The length and the bytes of a hexadecimal id of `length` bytes. Writes nothing and returns false unless `hex` is one. */
  id(hex, length) {
    if (typeof hex !== "string" || hex.length !== length * 2) return false;
    this.reserve(length + 1);
    const bytes = this.bytes;
    let position = this.position;
    let digits = 0;
    bytes[position++] = length;
    for (let i = 0; i < length * 2; i += 2) {
      const high = HEX[hex.charCodeAt(i)] ?? 255;
      const low = HEX[hex.charCodeAt(i + 1)] ?? 255;
      digits |= high | low;
      bytes[position++] = high << 4 | low;
    }
    if (digits > 15) return false;
    this.position = position;
    return true;
  }
};
function varintWidth(value) {
  if (value < 128) return 1;
  if (value < 16384) return 2;
  if (value < 2097152) return 3;
  return value < 268435456 ? 4 : 5;
}

// ../../work/wt/logs/packages/otlp/src/encode/protobuf/any-value.ts
var STRING_VALUE = lengthField(1);
var BOOL_VALUE = varintField(2);
var INT_VALUE = varintField(3);
var DOUBLE_VALUE = fixed64Field(4);
var ARRAY_VALUE = lengthField(5);
var KVLIST_VALUE = lengthField(6);
var BYTES_VALUE = lengthField(7);
var VALUES = lengthField(1);
var KEY = lengthField(1);
var VALUE = lengthField(2);
var TWO_632 = 2 ** 63;
var MAX_KNOWN_KEYS = 2048;
var MAX_KNOWN_KEY_LENGTH = 64;
var hasOwn = Object.prototype.hasOwnProperty;
var knownKeys = /* @__PURE__ */ new Map();
var enclosing = [];
function writeAttributes(writer, tag, attributes) {
  for (const key in attributes) {
    if (hasOwn.call(attributes, key)) writeKeyValue(writer, tag, key, attributes[key]);
  }
}
function writeKeyValue(writer, tag, key, value) {
  writer.tag(tag);
  const known = knownKeys.get(key);
  if (known === void 0) {
    writePair(writer, fieldOfKey(key), value);
  } else if (known.pair !== void 0 && known.value === value) {
    writer.append(known.pair);
  } else {
    const start = writer.position;
    writePair(writer, known.field, value);
    known.remember(value, writer, start);
  }
}
function writePair(writer, field, value) {
  const pair = writer.begin();
  writer.append(field);
  writer.tag(VALUE);
  const mark = writer.begin();
  writeAnyValue(writer, value);
  writer.end(mark);
  writer.end(pair);
}
function fieldOfKey(key) {
  const writer = new ProtobufWriter();
  writer.tag(KEY);
  writer.text(key);
  const field = writer.takeFrom(0);
  if (key.length > MAX_KNOWN_KEY_LENGTH) return field;
  if (knownKeys.size >= MAX_KNOWN_KEYS) knownKeys.clear();
  knownKeys.set(key, new KnownKey(field));
  return field;
}
function writeAnyValue(writer, value) {
  switch (typeof value) {
    case "string":
      writer.tag(STRING_VALUE);
      writer.text(value);
      break;
    case "number":
      writeNumber(writer, value);
      break;
    case "boolean":
      writer.tag(BOOL_VALUE);
      writer.varint(value ? 1 : 0);
      break;
    case "object":
      if (value !== null) writeObject(writer, value);
      break;
    case "bigint":
      writeBigInt(writer, value);
      break;
  }
}
function writeNumber(writer, value) {
  if (Number.isInteger(value) && value >= -TWO_632 && value < TWO_632) {
    writer.tag(INT_VALUE);
    writer.int64(value);
  } else {
    writer.tag(DOUBLE_VALUE);
    writer.double(value);
  }
}
function writeBigInt(writer, value) {
  if (BigInt.asIntN(64, value) !== value) {
    writeAnyValue(writer, value.toString());
    return;
  }
  writer.tag(INT_VALUE);
  writer.varint64(Number(BigInt.asUintN(32, value)), Number(BigInt.asUintN(32, value >> 32n)));
}
function writeObject(writer, value) {
  if (enclosing.length >= MAX_DEPTH) writeAnyValue(writer, TOO_DEEP);
  else if (enclosing.includes(value)) writeAnyValue(writer, CIRCULAR);
  else enter(writer, value);
}
function enter(writer, value) {
  const start = writer.position;
  const depth = enclosing.push(value) - 1;
  try {
    if (value instanceof Uint8Array) writeBytes(writer, value);
    else if (Array.isArray(value)) writeArray(writer, value);
    else writeKeyValueList(writer, value);
  } catch (error) {
    if (error === ITEM_TOO_LARGE) throw error;
    writer.position = start;
    writeAnyValue(writer, UNREADABLE);
  } finally {
    enclosing.length = depth;
  }
}
function writeBytes(writer, value) {
  writer.tag(BYTES_VALUE);
  writer.varint(value.length);
  writer.append(value);
}
function writeArray(writer, values) {
  writer.tag(ARRAY_VALUE);
  const array = writer.begin();
  for (let i = 0; i < values.length; i++) {
    writer.tag(VALUES);
    const mark = writer.begin();
    writeAnyValue(writer, values[i]);
    writer.end(mark);
  }
  writer.end(array);
}
function writeKeyValueList(writer, value) {
  writer.tag(KVLIST_VALUE);
  const list = writer.begin();
  writeAttributes(writer, VALUES, value);
  writer.end(list);
}

// ../../work/wt/logs/packages/otlp/src/encode/protobuf/span.ts
var TRACE_ID2 = lengthField(1);
var SPAN_ID2 = lengthField(2);
var TRACE_STATE = lengthField(3);
var PARENT_SPAN_ID = lengthField(4);
var NAME = lengthField(5);
var KIND = varintField(6);
var START_TIME = fixed64Field(7);
var END_TIME = fixed64Field(8);
var ATTRIBUTES = lengthField(9);
var DROPPED_ATTRIBUTES = varintField(10);
var EVENTS = lengthField(11);
var DROPPED_EVENTS = varintField(12);
var LINKS = lengthField(13);
var DROPPED_LINKS = varintField(14);
var STATUS = lengthField(15);
var FLAGS = fixed32Field(16);
var EVENT_TIME = fixed64Field(1);
var EVENT_NAME = lengthField(2);
var EVENT_ATTRIBUTES = lengthField(3);
var EVENT_DROPPED_ATTRIBUTES = varintField(4);
var LINK_ATTRIBUTES = lengthField(4);
var LINK_DROPPED_ATTRIBUTES = varintField(5);
var LINK_FLAGS = fixed32Field(6);
var STATUS_MESSAGE = lengthField(2);
var STATUS_CODE = varintField(3);
function writeSpan(writer, span) {
  const spanContext = span.spanContext();
  const parent = span.parentSpanContext;
  if (!writeContext(writer, spanContext)) throw INVALID_IDS;
  if (parent !== void 0) writeId(writer, PARENT_SPAN_ID, parent.spanId, 8);
  writer.tag(NAME);
  writer.text(span.name);
  writer.tag(KIND);
  writer.varint(span.kind == null ? 0 : span.kind + 1);
  writer.tag(START_TIME);
  writer.time(span.startTime);
  writer.tag(END_TIME);
  writer.time(span.endTime);
  writeAttributes(writer, ATTRIBUTES, span.attributes);
  writeCount(writer, DROPPED_ATTRIBUTES, span.droppedAttributesCount);
  for (let i = 0; i < span.events.length; i++) writeEvent(writer, span.events[i]);
  writeCount(writer, DROPPED_EVENTS, span.droppedEventsCount);
  for (let i = 0; i < span.links.length; i++) writeLink(writer, span.links[i]);
  writeCount(writer, DROPPED_LINKS, span.droppedLinksCount);
  writeStatus(writer, span.status);
  writer.tag(FLAGS);
  writer.fixed32(spanFlags(spanContext.traceFlags, parent?.isRemote));
}
function writeContext(writer, spanContext) {
  const { traceId, spanId } = spanContext;
  if (!writeId(writer, TRACE_ID2, traceId, 16) || !writeId(writer, SPAN_ID2, spanId, 8)) return false;
  const traceState = spanContext.traceState?.serialize();
  if (traceState) {
    writer.tag(TRACE_STATE);
    writer.text(traceState);
  }
  return true;
}
function writeId(writer, tag, hex, length) {
  const start = writer.position;
  writer.tag(tag);
  if (writer.id(hex, length)) return true;
  writer.position = start;
  return false;
}
function writeEvent(writer, event) {
  writer.tag(EVENTS);
  const mark = writer.begin();
  writer.tag(EVENT_TIME);
  writer.time(event.time);
  writer.tag(EVENT_NAME);
  writer.text(event.name);
  if (event.attributes) writeAttributes(writer, EVENT_ATTRIBUTES, event.attributes);
  writeCount(writer, EVENT_DROPPED_ATTRIBUTES, event.droppedAttributesCount);
  writer.end(mark);
}
function writeLink(writer, link) {
  const start = writer.position;
  writer.tag(LINKS);
  const mark = writer.begin();
  if (!writeContext(writer, link.context)) {
    writer.position = start;
    return;
  }
  if (link.attributes) writeAttributes(writer, LINK_ATTRIBUTES, link.attributes);
  writeCount(writer, LINK_DROPPED_ATTRIBUTES, link.droppedAttributesCount);
  writer.tag(LINK_FLAGS);
  writer.fixed32(spanFlags(link.context.traceFlags, link.context.isRemote));
  writer.end(mark);
}
function writeStatus(writer, status) {
  writer.tag(STATUS);
  const mark = writer.begin();
  if (status.message) {
    writer.tag(STATUS_MESSAGE);
    writer.text(status.message);
  }
  writeCount(writer, STATUS_CODE, status.code);
  writer.end(mark);
}
function writeCount(writer, tag, count) {
  if (count === void 0 || !(count > 0)) return;
  writer.tag(tag);
  writer.varint(count);
}

// ../../work/wt/logs/packages/otlp/src/encode/protobuf/log-record.ts
var TIME = fixed64Field(1);
var SEVERITY_NUMBER = varintField(2);
var SEVERITY_TEXT = lengthField(3);
var BODY = lengthField(5);
var ATTRIBUTES2 = lengthField(6);
var DROPPED_ATTRIBUTES2 = varintField(7);
var FLAGS2 = fixed32Field(8);
var TRACE_ID3 = lengthField(9);
var SPAN_ID3 = lengthField(10);
var OBSERVED_TIME = fixed64Field(11);
var EVENT_NAME2 = lengthField(12);
function writeLogRecord(writer, record) {
  writer.tag(TIME);
  writer.time(record.hrTime);
  writer.tag(OBSERVED_TIME);
  writer.time(record.hrTimeObserved);
  writeCount(writer, SEVERITY_NUMBER, record.severityNumber);
  if (record.severityText) {
    writer.tag(SEVERITY_TEXT);
    writer.text(record.severityText);
  }
  if (record.body !== void 0) {
    writer.tag(BODY);
    const mark = writer.begin();
    writeAnyValue(writer, record.body);
    writer.end(mark);
  }
  writeAttributes(writer, ATTRIBUTES2, record.attributes);
  writeCount(writer, DROPPED_ATTRIBUTES2, record.droppedAttributesCount);
  if (record.eventName) {
    writer.tag(EVENT_NAME2);
    writer.text(record.eventName);
  }
  writeTraceContext(writer, record);
}
function writeTraceContext(writer, record) {
  const spanContext = record.spanContext;
  if (spanContext === void 0) return;
  if (writeId(writer, TRACE_ID3, spanContext.traceId, 16)) writeId(writer, SPAN_ID3, spanContext.spanId, 8);
  if (spanContext.traceFlags) {
    writer.tag(FLAGS2);
    writer.fixed32(spanContext.traceFlags);
  }
}

// ../../work/wt/logs/packages/otlp/src/encode/protobuf/format.ts
var RESOURCE_ITEMS = lengthField(1);
var RESOURCE = lengthField(1);
var SCOPE_ITEMS = lengthField(2);
var SCOPE = lengthField(1);
var ITEMS = lengthField(2);
var SCHEMA_URL = lengthField(3);
var RESOURCE_ATTRIBUTES = lengthField(1);
var SCOPE_NAME = lengthField(1);
var SCOPE_VERSION = lengthField(2);
var SCOPE_ATTRIBUTES = lengthField(3);
var SCOPE_DROPPED_ATTRIBUTES = varintField(4);
var protobufSpans = protobufFormat(writeSpan);
var protobufLogRecords = protobufFormat(writeLogRecord);
function protobufFormat(writeMessage) {
  return {
    contentType: "application/x-protobuf",
    newWriter: () => new ProtobufWriter(),
    writeItem(writer, item) {
      writer.tag(ITEMS);
      const mark = writer.begin(2);
      writeMessage(writer, item);
      writer.end(mark, 2);
    },
    scopeHeader,
    scope: (header, items) => frame(SCOPE_ITEMS, header, items),
    resourceHeader,
    request: (header, scopes) => Buffer.concat(frame(RESOURCE_ITEMS, header, scopes))
  };
}
function frame(tag, header, content) {
  const writer = new ProtobufWriter(16);
  writer.tag(tag);
  writer.varint(header.length + content.length);
  return [writer.takeFrom(0), header, content];
}
function scopeHeader(scope) {
  const writer = new ProtobufWriter();
  writer.tag(SCOPE);
  const mark = writer.begin();
  writeText(writer, SCOPE_NAME, scope.name);
  writeText(writer, SCOPE_VERSION, scope.version);
  if (scope.attributes) writeAttributes(writer, SCOPE_ATTRIBUTES, scope.attributes);
  writeCount(writer, SCOPE_DROPPED_ATTRIBUTES, scope.droppedAttributesCount);
  writer.end(mark);
  writeText(writer, SCHEMA_URL, scope.schemaUrl);
  return writer.takeFrom(0);
}
function resourceHeader(resource) {
  const writer = new ProtobufWriter();
  const attributes = resource.attributes;
  writer.tag(RESOURCE);
  const mark = writer.begin(2);
  writeAttributes(writer, RESOURCE_ATTRIBUTES, attributes);
  writer.end(mark, 2);
  writeText(writer, SCHEMA_URL, resource.schemaUrl);
  return writer.takeFrom(0);
}
function writeText(writer, tag, text2) {
  if (!text2) return;
  writer.tag(tag);
  writer.text(text2);
}

// ../../work/wt/logs/packages/otlp/src/ledger.ts
var NOTHING = { items: 0, bytes: 0 };
var Ledger = class {
  created = 0;
  recovered = 0;
  sampledOut = 0;
  delivered = 0;
  dropped = nothingDropped();
  /** What of it was dropped before there was an attempt to send it. */
  refused = nothingDropped();
  sampleOut() {
    this.created++;
    this.sampledOut++;
  }
  drop(reason, items = 1) {
    this.dropped[reason] += items;
  }
  refuse(reason, items) {
    this.refused[reason] += items;
    this.drop(reason, items);
  }
  stats(memory = NOTHING, disk = NOTHING) {
    const { created, recovered, sampledOut, delivered: delivered2 } = this;
    return { created, recovered, sampledOut, delivered: delivered2, dropped: { ...this.dropped }, held: { ...memory, disk } };
  }
};
function nothingDropped() {
  return {
    queue_full: 0,
    disk_full: 0,
    too_large: 0,
    invalid: 0,
    rejected: 0,
    partial_success: 0,
    retry_exhausted: 0,
    shutdown: 0,
    evicted: 0,
    expired: 0,
    corrupt: 0
  };
}

// ../../work/wt/logs/packages/otlp/src/metrics/meter-follower.ts
var import_api9 = require("@opentelemetry/api");
var MeterFollower = class {
  constructor(given) {
    this.given = given;
  }
  given;
  followers = [];
  current;
  add(signal) {
    this.followers.push(signal);
  }
  /** Never throws. */
  look() {
    const provider = this.given ?? import_api9.metrics.getMeterProvider();
    if (provider === this.current) return;
    this.current = provider;
    for (const follower of this.followers) {
      try {
        follower.bind(provider);
      } catch (error) {
        import_api9.diag.warn("the ledger cannot be read as metrics, the meter provider throws", error);
      }
    }
  }
};

// ../../work/wt/logs/packages/otlp/src/send/protobuf-reader.ts
function readFields(bytes) {
  const fields = [];
  let position = 0;
  function varint() {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[position++];
      if (byte === void 0) return Number.NaN;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    return Number.NaN;
  }
  function take(length) {
    if (!(length <= bytes.length - position)) return void 0;
    position += length;
    return bytes.subarray(position - length, position);
  }
  while (position < bytes.length) {
    const tag = varint();
    const value = readValue(tag % 8);
    if (value === void 0 || Number.isNaN(value)) break;
    fields.push({ number: Math.floor(tag / 8), value });
  }
  return fields;
  function readValue(wireType) {
    if (wireType === 0) return signed(varint());
    if (wireType === 1) return take(8);
    if (wireType === 2) return take(varint());
    return wireType === 5 ? take(4) : void 0;
  }
}
function signed(value) {
  return value >= 2 ** 63 ? value - 2 ** 64 : value;
}
function bytesField(bytes, number) {
  const value = lastValue(bytes, number);
  return typeof value === "object" ? value : void 0;
}
function integerField(bytes, number) {
  const value = lastValue(bytes, number);
  return typeof value === "number" ? value : 0;
}
function lastValue(bytes, number) {
  return readFields(bytes).findLast((field) => field.number === number)?.value;
}

// ../../work/wt/logs/packages/otlp/src/send/answer.ts
var RETRY_INFO = "google.rpc.RetryInfo";
var MAX_MESSAGE_LENGTH = 300;
function readProtobufAnswer(body) {
  const partialSuccess = bytesField(body, 1);
  if (partialSuccess === void 0) return { kind: "delivered" };
  return delivered(integerField(partialSuccess, 1), bytesField(partialSuccess, 2)?.toString() ?? "");
}
function readJsonAnswer(body) {
  try {
    const partial = JSON.parse(body.toString() || "{}")?.partialSuccess ?? {};
    return delivered(
      Number(partial.rejectedSpans ?? partial.rejectedLogRecords ?? 0),
      String(partial.errorMessage ?? "")
    );
  } catch {
    return { kind: "delivered" };
  }
}
function delivered(rejected, message) {
  return {
    kind: "delivered",
    ...Number.isInteger(rejected) && rejected > 0 ? { rejected } : {},
    ...message ? { message: printable(message) } : {}
  };
}
function readRetryInfo(status) {
  for (const { number, value } of readFields(status)) {
    if (number !== 3 || typeof value !== "object") continue;
    const type = bytesField(value, 1)?.toString() ?? "";
    if (type.slice(type.lastIndexOf("/") + 1) !== RETRY_INFO) continue;
    const delay = bytesField(bytesField(value, 2) ?? Buffer.alloc(0), 1) ?? Buffer.alloc(0);
    return Math.max(0, integerField(delay, 1) * 1e3 + integerField(delay, 2) / 1e6);
  }
  return void 0;
}
function readErrorMessage(contentType, body) {
  if (contentType.startsWith("application/x-protobuf")) return printable(bytesField(body, 2)?.toString() ?? "");
  const text2 = body.toString();
  if (!contentType.startsWith("application/json")) return printable(text2);
  try {
    return printable(String(JSON.parse(text2)?.message ?? text2));
  } catch {
    return printable(text2);
  }
}
function printable(text2) {
  const line = text2.slice(0, MAX_MESSAGE_LENGTH * 4).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH)}\u2026` : line;
}

// ../../work/wt/logs/packages/otlp/src/send/grpc-answer.ts
var STATUS2 = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED"
];
var RETRYABLE = /* @__PURE__ */ new Set(["CANCELLED", "DEADLINE_EXCEEDED", "ABORTED", "OUT_OF_RANGE", "UNAVAILABLE", "DATA_LOSS"]);
var WITHOUT_STATUS = /^Received RST_STREAM with code|^Bandwidth exhausted or memory limit exceeded$/;
var UNREACHED = /ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|Name resolution failed/;
function classifyGrpcFailure({ code, details, metadata }) {
  const status = STATUS2[code ?? 2] ?? "UNKNOWN";
  const message = printable(`gRPC ${status}: ${details ?? ""}`);
  const richStatus = metadata?.get("grpc-status-details-bin")[0];
  const afterMs = typeof richStatus === "object" ? readRetryInfo(richStatus) : void 0;
  const isRetryable = RETRYABLE.has(status) || status === "RESOURCE_EXHAUSTED" && afterMs !== void 0 || WITHOUT_STATUS.test(details ?? "");
  if (isRetryable) {
    const isUnreached = status === "UNAVAILABLE" && UNREACHED.test(details ?? "");
    return {
      kind: "retry",
      message,
      ...afterMs === void 0 ? {} : { afterMs },
      ...isUnreached ? { unreached: true } : {}
    };
  }
  return { kind: "rejected", reason: "rejected", message };
}
var DEADLINE_EXCEEDED = STATUS2.indexOf("DEADLINE_EXCEEDED");

// ../../work/wt/logs/packages/otlp/src/send/redact.ts
function displayEndpoint(endpoint) {
  const url = /^https?:/i.test(endpoint) && URL.canParse(endpoint) ? new URL(endpoint) : void 0;
  if (url === void 0) return endpoint.replace(/^([a-z][a-z0-9+.-]*:\/\/|).*@/is, "$1").replace(/[?#].*$/s, "");
  if (url.pathname.includes("@")) return `${url.protocol}//${url.host}/\u2026`;
  return `${url.protocol}//${url.host}${url.pathname === "/" ? "" : url.pathname}`;
}
var SHORTEST_SECRET = 8;
function redactor(headers) {
  const secrets = Object.values(headers).flatMap((value) => [value, ...value.split(" ")]).filter((value) => value.length >= SHORTEST_SECRET);
  return (message) => secrets.reduce((text2, secret) => text2.replaceAll(secret, "[redacted]"), message);
}

// ../../work/wt/logs/packages/otlp/src/send/user-agent.ts
function userAgent() {
  const { version: version2 } = require_package2();
  return `OTel-OTLP-Exporter-JavaScript/${version2} heddle`;
}

// ../../work/wt/logs/packages/otlp/src/send/grpc.ts
var MAX_RESPONSE_BYTES = 64 * 1024;
var GZIP = 2;
var DEFAULT_PORT = 4317;
var asItIs = (bytes) => bytes;
var GrpcSender = class {
  constructor(options, method) {
    this.options = options;
    this.method = method;
    this.redact = redactor(options.headers);
  }
  options;
  method;
  redact;
  inFlight = /* @__PURE__ */ new Set();
  client;
  metadata;
  async send(request) {
    try {
      const outcome = await this.call(request);
      return outcome.message === void 0 ? outcome : { ...outcome, message: this.redact(outcome.message) };
    } catch (error) {
      return { kind: "rejected", reason: "rejected", message: this.redact(error.message) };
    }
  }
  /** grpc-js holds the process for as long as there is a call. */
  letGo() {
    if (this.inFlight.size > 0) this.close();
  }
  close() {
    for (const call of this.inFlight) call.cancel();
    this.client?.close();
    this.client = void 0;
  }
  call(request) {
    this.connect();
    const client = this.client;
    return new Promise((resolve2) => {
      const deadline = Date.now() + this.options.timeoutMs;
      const call = client.makeUnaryRequest(
        this.method,
        asItIs,
        asItIs,
        request,
        this.metadata,
        { deadline },
        (error, answer) => {
          this.inFlight.delete(call);
          if (error?.code === DEADLINE_EXCEEDED) this.disconnect(client);
          resolve2(error ? classifyGrpcFailure(error) : readProtobufAnswer(answer ?? Buffer.alloc(0)));
        }
      );
      this.inFlight.add(call);
    });
  }
  connect() {
    if (this.client !== void 0) return;
    const grpc = require("@grpc/grpc-js");
    this.metadata ??= metadataOf(grpc, this.options.headers);
    const { target, isSecure } = grpcTarget(this.options.endpoint, this.options.tls.insecure);
    this.client = new grpc.Client(target, this.credentials(grpc, isSecure), this.channelOptions());
  }
  disconnect(client) {
    client.close();
    if (this.client === client) this.client = void 0;
  }
  credentials(grpc, isSecure) {
    if (!isSecure) return grpc.credentials.createInsecure();
    const { ca, cert, key } = this.options.tls;
    return grpc.credentials.createSsl(bytesOf(ca), bytesOf(key), bytesOf(cert));
  }
  channelOptions() {
    return {
      "grpc.primary_user_agent": userAgent(),
      "grpc.max_send_message_length": -1,
      "grpc.max_receive_message_length": MAX_RESPONSE_BYTES,
      // Retries have one owner, and it is not the channel: it must be ready to connect again whenever the owner tries.
      "grpc.enable_retries": 0,
      "grpc.initial_reconnect_backoff_ms": 100,
      "grpc.max_reconnect_backoff_ms": 1e3,
      ...this.options.compression === "gzip" ? { "grpc.default_compression_algorithm": GZIP } : {}
    };
  }
};
function grpcTarget(endpoint, insecure = false) {
  const url = /^(https?):\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(endpoint);
  if (url === null) return { target: endpoint, isSecure: !insecure && !endpoint.startsWith("unix:") };
  const [, scheme, host] = url;
  const isSecure = scheme.toLowerCase() === "https";
  const hasPort = /:\d+$/.test(host);
  return { target: hasPort ? host : `${host}:${isSecure ? 443 : DEFAULT_PORT}`, isSecure };
}
function metadataOf(grpc, headers) {
  const metadata = new grpc.Metadata();
  for (const [name, value] of Object.entries(headers)) {
    metadata.set(name, name.toLowerCase().endsWith("-bin") ? Buffer.from(value, "base64") : value);
  }
  return metadata;
}
function bytesOf(pem) {
  return pem === void 0 ? null : Buffer.from(pem);
}

// ../../work/wt/logs/packages/otlp/src/metrics/component.ts
var EXPORTERS = {
  grpc: "otlp_grpc",
  "http/protobuf": "otlp_http",
  "http/json": "otlp_http_json"
};
var instances = /* @__PURE__ */ new Map();
function processorAttributes(noun) {
  return component(noun === "span" ? "OtlpSpanProcessor" : "OtlpLogRecordProcessor");
}
function exporterAttributes(noun, protocol, endpoint) {
  return { ...component(`${EXPORTERS[protocol]}_${noun}_exporter`), ...serverAttributes(protocol, endpoint) };
}
function component(type) {
  const instance = instances.get(type) ?? 0;
  instances.set(type, instance + 1);
  return { "otel.component.type": type, "otel.component.name": `${type}/${instance}` };
}
function serverAttributes(protocol, endpoint) {
  return protocol === "grpc" ? ofTarget(grpcTarget(endpoint).target) : ofUrl(new URL(endpoint));
}
function ofTarget(target) {
  const socket = /^unix:(?:\/\/)?(.+)$/.exec(target);
  if (socket) return { "server.address": socket[1] };
  const host = `http://${target.replace(/^(?:dns|ipv[46]):(?:\/\/[^/]*\/)?/, "")}`;
  return URL.canParse(host) ? ofUrl(new URL(host)) : {};
}
function ofUrl({ protocol, hostname: hostname3, port }) {
  const byDefault = protocol === "https:" ? 443 : 80;
  return {
    "server.address": hostname3.replace(/^\[(.*)\]$/, "$1"),
    "server.port": port === "" ? byDefault : Number(port)
  };
}

// ../../work/wt/logs/packages/otlp/src/metrics/instrument-set.ts
var import_api10 = require("@opentelemetry/api");
var UNITS = { span: "{span}", log: "{log_record}" };
function counting(noun, description) {
  return { unit: UNITS[noun], description, valueType: import_api10.ValueType.INT };
}

// ../../work/wt/logs/packages/otlp/src/metrics/delivery-instruments.ts
function deliveryInstruments(meter, parts) {
  const { noun, processor, exporter, capacity, hasSpool } = parts;
  const ofProcessor = `otel.sdk.processor.${noun}`;
  const ofExporter = `otel.sdk.exporter.${noun}`;
  const queueSize = meter.createObservableUpDownCounter(
    `${ofProcessor}.queue.size`,
    counting(noun, "Waiting to be sent for the first time.")
  );
  const queueCapacity = meter.createObservableUpDownCounter(
    `${ofProcessor}.queue.capacity`,
    counting(noun, "The most that may be held in memory.")
  );
  const processed = meter.createObservableCounter(
    `${ofProcessor}.processed`,
    counting(noun, "Handed to the exporter, or dropped before.")
  );
  const inflight = meter.createObservableUpDownCounter(
    `${ofExporter}.inflight`,
    counting(noun, "Handed to the exporter, and not at their end yet.")
  );
  const exported = meter.createObservableCounter(
    `${ofExporter}.exported`,
    counting(noun, "Delivered, or dropped by the exporter.")
  );
  const spooled = meter.createObservableUpDownCounter(
    `heddle.spool.${noun}.size`,
    counting(noun, "Of those in flight, how many are on disk.")
  );
  const boundedQueue = Number.isFinite(capacity);
  return {
    observables: [queueSize, queueCapacity, processed, inflight, exported, spooled],
    observe(result) {
      const { stats, queued, refused } = parts.measures();
      const { created, sampledOut, delivered: delivered2, dropped, held } = stats;
      result.observe(queueSize, queued, processor);
      if (boundedQueue) result.observe(queueCapacity, capacity, processor);
      result.observe(processed, created - sampledOut - sum(refused) - queued, processor);
      observeFailures(result, processed, failuresOfProcessor(refused), processor);
      result.observe(inflight, held.items - queued + held.disk.items, exporter);
      result.observe(exported, delivered2, exporter);
      observeFailures(result, exported, failuresOfExporter(dropped, refused), exporter);
      if (hasSpool) result.observe(spooled, held.disk.items, exporter);
    }
  };
}
function exportFailure(reason) {
  return reason === "partial_success" ? "rejected" : reason;
}
function failuresOfProcessor(refused) {
  return new Map(
    entries(refused).map(([reason, count]) => [reason === "shutdown" ? "already_shutdown" : reason, count])
  );
}
function failuresOfExporter(dropped, refused) {
  const failures = /* @__PURE__ */ new Map();
  for (const [reason, count] of entries(dropped)) {
    const failure = exportFailure(reason);
    failures.set(failure, (failures.get(failure) ?? 0) + count - refused[reason]);
  }
  return failures;
}
function observeFailures(result, counter, failures, component2) {
  for (const [failure, count] of failures) {
    if (count > 0) result.observe(counter, count, { ...component2, "error.type": failure });
  }
}
function entries(counts) {
  return Object.entries(counts);
}
function sum(counts) {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

// ../../work/wt/logs/packages/otlp/src/metrics/sdk-instruments.ts
var import_api12 = require("@opentelemetry/api");

// ../../work/wt/logs/packages/otlp/src/sampling-count.ts
var import_api11 = require("@opentelemetry/api");
var PARENT_ORIGINS = ["none", "local", "remote"];
var NONE = 0;
var LOCAL = 1;
var REMOTE = 2;
var SamplingCount = class {
  constructor(onNotRecorded) {
    this.onNotRecorded = onNotRecorded;
  }
  onNotRecorded;
  isUsed = false;
  /** By decision, and within it by the origin of the parent. */
  counts = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  /** The sampler, counted. */
  wrap(sampler) {
    this.isUsed = true;
    return {
      shouldSample: (context7, ...rest) => {
        const result = sampler.shouldSample(context7, ...rest);
        this.counts[result.decision * PARENT_ORIGINS.length + originOf(context7)]++;
        if (result.decision === import_api11.SamplingDecision.NOT_RECORD) this.onNotRecorded();
        return result;
      },
      toString: () => sampler.toString()
    };
  }
  started(decision, origin) {
    return this.counts[decision * PARENT_ORIGINS.length + PARENT_ORIGINS.indexOf(origin)];
  }
  total(decision) {
    return PARENT_ORIGINS.reduce((sum3, origin) => sum3 + this.started(decision, origin), 0);
  }
};
function originOf(context7) {
  const parent = import_api11.trace.getSpanContext(context7);
  if (parent === void 0) return NONE;
  return parent.isRemote === true ? REMOTE : LOCAL;
}

// ../../work/wt/logs/packages/otlp/src/metrics/sdk-instruments.ts
var RESULTS = [
  [import_api12.SamplingDecision.NOT_RECORD, "DROP"],
  [import_api12.SamplingDecision.RECORD, "RECORD_ONLY"],
  [import_api12.SamplingDecision.RECORD_AND_SAMPLED, "RECORD_AND_SAMPLE"]
];
function spanInstruments(meter, sampling, stats) {
  const started = meter.createObservableCounter("otel.sdk.span.started", counting("span", "Created."));
  const live = meter.createObservableUpDownCounter(
    "otel.sdk.span.live",
    counting("span", "Recording, and not ended yet.")
  );
  return {
    observables: [started, live],
    observe(result) {
      if (!sampling.isUsed) return;
      for (const [decision, name] of RESULTS) {
        for (const origin of PARENT_ORIGINS) {
          const count = sampling.started(decision, origin);
          if (count === 0) continue;
          result.observe(started, count, { "otel.span.sampling_result": name, "otel.span.parent.origin": origin });
        }
      }
      const { created, sampledOut } = stats();
      const recordedOnly = sampledOut - sampling.total(import_api12.SamplingDecision.NOT_RECORD);
      const observeLive = (decision, name, ended) => {
        const total = sampling.total(decision);
        if (total > 0) result.observe(live, Math.max(0, total - ended), { "otel.span.sampling_result": name });
      };
      observeLive(import_api12.SamplingDecision.RECORD, "RECORD_ONLY", recordedOnly);
      observeLive(import_api12.SamplingDecision.RECORD_AND_SAMPLED, "RECORD_AND_SAMPLE", created - sampledOut);
    }
  };
}
function logInstruments(meter, stats) {
  const created = meter.createObservableCounter("otel.sdk.log.created", counting("log", "Emitted."));
  return {
    observables: [created],
    observe: (result) => result.observe(created, stats().created)
  };
}

// ../../work/wt/logs/packages/otlp/src/metrics/signal-metrics.ts
var { version } = require_package2();
var SignalMetrics = class {
  constructor(follower, exporter, createInstruments) {
    this.follower = follower;
    this.exporter = exporter;
    this.createInstruments = createInstruments;
  }
  follower;
  exporter;
  createInstruments;
  duration;
  unbind = () => {
  };
  isClosed = false;
  /** Takes the instruments from the provider that had them. Throws what the new one throws. */
  bind(provider) {
    this.unbind();
    if (this.isClosed) return;
    const meter = provider.getMeter("@heddle/otlp", version);
    const sets = this.createInstruments(meter);
    const observables = sets.flatMap((set) => set.observables);
    const observe = (result) => {
      for (const set of sets) set.observe(result);
      if (this.isClosed) queueMicrotask(() => this.unbind());
    };
    meter.addBatchObservableCallback(observe, observables);
    this.unbind = () => {
      this.unbind = () => {
      };
      this.duration = void 0;
      try {
        meter.removeBatchObservableCallback(observe, observables);
      } catch {
      }
    };
    this.duration = meter.createHistogram("otel.sdk.exporter.operation.duration", {
      unit: "s",
      description: "How long an export took, with all its retries.",
      // As the official exporters have it: sum and count. Who wants buckets asks for them with a view.
      advice: { explicitBucketBoundaries: [] }
    });
  }
  batched() {
    this.follower.look();
  }
  exported(durationMs, failure) {
    const attributes = failure === void 0 ? this.exporter : { ...this.exporter, "error.type": exportFailure(failure) };
    try {
      this.duration?.record(durationMs / 1e3, attributes);
    } catch {
    }
  }
  closed() {
    this.isClosed = true;
  }
};

// ../../work/wt/logs/packages/otlp/src/metrics/observe-signal.ts
function observeSignal(signal, follower) {
  const { name, options, hasSpool } = signal;
  const noun = name === "traces" ? "span" : "log";
  const processor = processorAttributes(noun);
  const exporter = exporterAttributes(noun, options.protocol, options.endpoint);
  const capacity = options.maxQueueItems;
  const measures = () => signal.measures();
  const stats = () => signal.measures().stats;
  const createInstruments = (meter) => [
    name === "traces" ? spanInstruments(meter, signal.sampling, stats) : logInstruments(meter, stats),
    deliveryInstruments(meter, { noun, processor, exporter, capacity, hasSpool, measures })
  ];
  const metrics2 = new SignalMetrics(follower, exporter, createInstruments);
  follower.add(metrics2);
  return metrics2;
}

// ../../work/wt/logs/packages/otlp/src/resolve-options.ts
var OtlpOptionsError = class extends TypeError {
  code = "HEDDLE_OTLP_OPTIONS";
  name = "OtlpOptionsError";
};
var UNLIMITED = Number.POSITIVE_INFINITY;
var MIB = 1024 * 1024;
var MAX_BATCH_BYTES = 48 * MIB;
var MAX_TIMER_MS = 2 ** 31 - 1;
function resolveSignal(signal, options) {
  const { protocol, endpoint, headers = {}, compression = "none", tls = {}, batch = {}, retry = {} } = options;
  checkEndpoint(signal, protocol, endpoint);
  checkHeaders(signal, headers);
  checkTls(signal, tls);
  if (compression !== "gzip" && compression !== "none")
    fail(signal, `compression "${compression}" is not "gzip" or "none"`);
  const positive = (name, value, byDefault, max) => {
    if (value === void 0) return byDefault;
    if (!(value > 0)) fail(signal, `${name} is ${value}, it must be a number above 0`);
    return Math.min(value, max);
  };
  const maxQueueItems = positive("maxQueueItems", options.maxQueueItems, UNLIMITED, UNLIMITED);
  return {
    endpoint,
    protocol,
    headers: { ...headers },
    compression,
    timeoutMs: positive("timeoutMs", options.timeoutMs, 1e4, MAX_TIMER_MS),
    tls,
    batch: {
      // The queue takes one batch however large when it is empty: a larger batch would undo its bound.
      maxItems: Math.min(
        positive("batch.maxItems", batch.maxItems, usualItems(maxQueueItems), Number.MAX_SAFE_INTEGER),
        maxQueueItems
      ),
      maxBytes: positive("batch.maxBytes", batch.maxBytes, MIB / 2, MAX_BATCH_BYTES),
      maxDelayMs: positive("batch.maxDelayMs", batch.maxDelayMs, 1e3, MAX_TIMER_MS)
    },
    retry: {
      initialDelayMs: positive("retry.initialDelayMs", retry.initialDelayMs, 1e3, MAX_TIMER_MS),
      maxDelayMs: positive("retry.maxDelayMs", retry.maxDelayMs, 3e4, MAX_TIMER_MS),
      maxElapsedMs: positive("retry.maxElapsedMs", retry.maxElapsedMs, 3e5, Number.MAX_SAFE_INTEGER)
    },
    maxQueueBytes: positive("maxQueueBytes", options.maxQueueBytes, 64 * MIB, Number.MAX_SAFE_INTEGER),
    maxQueueItems,
    maxInFlight: positive("maxInFlight", options.maxInFlight, 1, 64)
  };
}
function usualItems(maxQueueItems) {
  return Math.min(2048, Math.ceil(maxQueueItems / 4));
}
function checkEndpoint(signal, protocol, endpoint) {
  if (protocol !== "grpc" && protocol !== "http/protobuf" && protocol !== "http/json") {
    fail(signal, `protocol "${protocol}" is not "grpc", "http/protobuf" or "http/json"`);
  }
  const url = URL.canParse(endpoint) ? new URL(endpoint) : void 0;
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  if (protocol === "grpc" ? endpoint === "" || endpoint.includes("://") && !isHttp && !/^(unix|dns|ipv[46]):/.test(endpoint) : !isHttp) {
    fail(signal, `endpoint "${displayEndpoint(endpoint)}" is not an address for ${protocol}`);
  }
}
function checkHeaders(signal, headers) {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name)) fail(signal, `"${name}" is not the name of a header`);
    if (!/^[\t -~]*$/.test(value))
      fail(signal, `the value of header "${name}" has characters other than printable ASCII`);
  }
}
function checkTls(signal, { ca, cert, key }) {
  if (cert === void 0 !== (key === void 0)) fail(signal, "a client certificate needs both tls.cert and tls.key");
  if (ca === void 0 && cert === void 0) return;
  try {
    const { createSecureContext } = require("node:tls");
    createSecureContext({ ca, cert, key });
  } catch (error) {
    fail(signal, `the TLS certificates or key cannot be read: ${error.message}`);
  }
}
function fail(signal, message) {
  throw new OtlpOptionsError(`${signal}: ${message}`);
}

// ../../work/wt/logs/packages/otlp/src/send/http.ts
var import_node_util = require("node:util");

// ../../work/wt/logs/packages/otlp/src/send/http-answer.ts
var MAX_RESPONSE_BYTES2 = 64 * 1024;
var RETRYABLE2 = /* @__PURE__ */ new Set([429, 502, 503, 504]);
function readResponse(response) {
  return new Promise((resolve2) => {
    const chunks = [];
    let size = 0;
    response.on("data", (chunk) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= MAX_RESPONSE_BYTES2) return;
      resolve2({
        kind: "rejected",
        reason: "rejected",
        message: `HTTP ${response.statusCode} with more than 64 KiB of body`
      });
      response.destroy();
    });
    response.on("end", () => resolve2(classify(response, Buffer.concat(chunks))));
    response.on("error", (error) => resolve2({ kind: "retry", message: `the answer broke off: ${error.message}` }));
    response.on("close", () => resolve2({ kind: "retry", message: "the answer broke off" }));
  });
}
function classify(response, body) {
  const status = response.statusCode ?? 0;
  const contentType = response.headers["content-type"] ?? "";
  if (status >= 200 && status < 300) {
    if (contentType.startsWith("text/html")) return { kind: "delivered", message: "the answer is a web page" };
    return contentType.startsWith("application/json") ? readJsonAnswer(body) : readProtobufAnswer(body);
  }
  const words = printable(`${response.statusMessage ?? ""} ${readErrorMessage(contentType, body)}`);
  const message = `HTTP ${status} ${words}`.trim();
  if (!RETRYABLE2.has(status)) return { kind: "rejected", reason: "rejected", message };
  const afterMs = retryAfterMs(response.headers["retry-after"], Date.now());
  return { kind: "retry", message, ...afterMs === void 0 ? {} : { afterMs } };
}
function retryAfterMs(header, now) {
  if (header === void 0) return void 0;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1e3;
  const date = /^\s*[a-z]/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}

// ../../work/wt/logs/packages/otlp/src/send/http-failure.ts
var UNREACHED2 = /* @__PURE__ */ new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
var TLS_ALERT = 21;
var HTTP2_SETTINGS = 4;
function classifyHttpFailure(error) {
  if (error.code === "HPE_HEADER_OVERFLOW") {
    return { kind: "rejected", reason: "rejected", message: "the answer has more headers than are read" };
  }
  const message = describe(error);
  return { kind: "retry", message, ...UNREACHED2.has(error.code ?? "") ? { unreached: true } : {} };
}
function describe(error) {
  if (error.code === "HPE_INVALID_CONSTANT") return `the answer is ${protocolOf(error.rawPacket)}`;
  return error.message || error.code || error.name;
}
function protocolOf(answer = Buffer.alloc(0)) {
  if (answer[0] === TLS_ALERT) return "TLS";
  return answer[0] === 0 && answer[3] === HTTP2_SETTINGS ? "HTTP/2" : "not HTTP";
}

// ../../work/wt/logs/packages/otlp/src/send/http.ts
var STALE_CONNECTION = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE"]);
var HttpSender = class {
  constructor(options, contentType) {
    this.options = options;
    this.contentType = contentType;
    this.url = new URL(options.endpoint);
    this.redact = redactor(options.headers);
  }
  options;
  contentType;
  url;
  redact;
  inFlight = /* @__PURE__ */ new Set();
  agent;
  closed = false;
  async send(request, contentType = this.contentType) {
    try {
      const body = this.options.compression === "gzip" ? await gzip(request) : request;
      const outcome = await this.exchange(body, contentType);
      return outcome.message === void 0 ? outcome : { ...outcome, message: this.redact(outcome.message) };
    } catch (error) {
      return { kind: "rejected", reason: "rejected", message: this.redact(describe(error)) };
    }
  }
  letGo() {
    for (const request of this.inFlight) {
      if (request.socket) request.socket.unref();
      else request.once("socket", (socket) => socket.unref());
    }
  }
  close() {
    this.closed = true;
    for (const request of this.inFlight) request.destroy(new Error("shut down"));
    this.agent?.destroy();
  }
  exchange(body, contentType) {
    return new Promise((resolve2) => {
      const request = this.open(body.length, contentType);
      let answer;
      const timer = setTimeout(() => {
        const lateness = answer === void 0 ? "no answer" : "no end of it";
        (answer ?? request).destroy(new Error(`${lateness} within ${this.options.timeoutMs} ms`));
      }, this.options.timeoutMs);
      const settle = (outcome) => {
        clearTimeout(timer);
        this.inFlight.delete(request);
        resolve2(outcome);
      };
      timer.unref();
      this.inFlight.add(request);
      request.on("response", (response) => {
        answer = response;
        void readResponse(response).then(settle);
      });
      request.on("error", (error) => {
        if (answer !== void 0) return;
        const isStale = request.reusedSocket && STALE_CONNECTION.has(error.code ?? "") && !this.closed;
        settle(isStale ? this.exchange(body, contentType) : classifyHttpFailure(error));
      });
      request.on("close", () => {
        if (answer === void 0) settle({ kind: "retry", message: "the connection was closed without an answer" });
      });
      request.end(body);
    });
  }
  open(contentLength, contentType) {
    const http2 = this.isSecure ? require("node:https") : require("node:http");
    const { ca, cert, key } = this.options.tls;
    this.agent ??= new http2.Agent({ keepAlive: true, ...this.isSecure ? { ca, cert, key } : {} });
    return http2.request(this.url, {
      method: "POST",
      agent: this.agent,
      headers: this.headers(contentLength, contentType)
    });
  }
  get isSecure() {
    return this.url.protocol === "https:";
  }
  headers(contentLength, contentType) {
    return {
      "user-agent": userAgent(),
      ...this.options.headers,
      "content-type": contentType,
      "content-length": contentLength,
      ...this.options.compression === "gzip" ? { "content-encoding": "gzip" } : {}
    };
  }
};
function gzip(bytes) {
  const zlib = require("node:zlib");
  return (0, import_node_util.promisify)(zlib.gzip)(bytes, { level: zlib.constants.Z_BEST_SPEED });
}

// ../../work/wt/logs/packages/otlp/src/batch.ts
var Batcher = class {
  constructor(format, limits, ownContext, onBatch) {
    this.format = format;
    this.limits = limits;
    this.ownContext = ownContext;
    this.onBatch = onBatch;
  }
  format;
  limits;
  ownContext;
  onBatch;
  sections = /* @__PURE__ */ new Map();
  items = 0;
  bytes = 0;
  encoding = false;
  timer;
  get held() {
    return { items: this.items, bytes: this.bytes };
  }
  /** Encodes one item. Never throws; returns why the item was refused, if it was. */
  add(item) {
    if (this.encoding) return "invalid";
    this.encoding = true;
    try {
      return this.encode(item);
    } catch {
      return "invalid";
    } finally {
      this.encoding = false;
    }
  }
  /** Closes the open batch, unless it is empty, or a getter of the user's calls this while its item is being written. */
  close() {
    if (this.items > 0 && !this.encoding) this.seal();
  }
  seal() {
    clearTimeout(this.timer);
    this.timer = void 0;
    const batch = { items: this.items, scopes: this.takeScopes() };
    this.items = 0;
    this.bytes = 0;
    this.onBatch(batch);
  }
  encode(item) {
    const scope = item.instrumentationScope;
    const { header, writer } = this.sectionOf(scope);
    const start = writer.startItem();
    const refused = this.write(writer, item, start);
    if (refused !== void 0) {
      if (start === 0) this.sections.delete(scope);
      return refused;
    }
    const size = writer.position - start + (start === 0 ? header.length : 0);
    if (this.items > 0 && this.bytes + size > this.limits.maxBytes) this.closeBefore(scope, start);
    this.count(size);
    return void 0;
  }
  /** Leaves the writer as it was when the item is refused. */
  write(writer, item, start) {
    try {
      this.format.writeItem(writer, item);
      if (writer.position - start <= MAX_ITEM_BYTES) return void 0;
      writer.position = start;
      return "too_large";
    } catch (error) {
      writer.position = start;
      return error === ITEM_TOO_LARGE ? "too_large" : "invalid";
    }
  }
  count(size) {
    this.items++;
    this.bytes += size;
    if (this.items >= this.limits.maxItems || this.bytes >= this.limits.maxBytes) this.seal();
    else if (this.timer === void 0) this.timer = this.ownContext.run(() => this.closeLater());
  }
  closeLater() {
    return setTimeout(() => this.close(), this.limits.maxDelayMs).unref();
  }
  /** The last item does not fit any more: the batch goes without it, and it begins the next one. */
  closeBefore(scope, start) {
    const last2 = this.sections.get(scope).writer.takeFrom(start);
    this.seal();
    this.sectionOf(scope).writer.append(last2);
  }
  sectionOf(scope) {
    let section = this.sections.get(scope);
    if (section === void 0) {
      section = { header: this.format.scopeHeader(scope), writer: this.format.newWriter() };
      this.sections.set(scope, section);
    }
    return section;
  }
  takeScopes() {
    const parts = [];
    for (const [scope, { header, writer }] of this.sections) {
      if (writer.position === 0) this.sections.delete(scope);
      else parts.push(...this.format.scope(header, writer.bytes.subarray(0, writer.position)));
    }
    const scopes = Buffer.concat(parts);
    for (const { writer } of this.sections.values()) writer.clear();
    return scopes;
  }
};

// ../../work/wt/logs/packages/otlp/src/deadline.ts
async function within(timeoutMs, work) {
  let timer;
  const deadline = new Promise((resolve2) => {
    timer = setTimeout(resolve2, Math.min(Math.max(timeoutMs, 0), MAX_TIMER_MS));
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}

// ../../work/wt/logs/packages/otlp/src/patience.ts
var LEAST_MS = 2e3;
var SECOND_LOOK_MS = 100;
var MEMORY = 0.9;
var Patience = class {
  constructor(onSilence) {
    this.onSilence = onSilence;
  }
  onSilence;
  pending = 0;
  usualMs = 0;
  timer;
  /** Something is on its way from now on. Returns what is to be called when that has ended. */
  begin() {
    const start = performance.now();
    if (this.pending++ === 0) this.listen();
    return (isAnswered) => {
      this.pending--;
      if (isAnswered) this.usualMs = Math.max(performance.now() - start, this.usualMs * MEMORY);
      this.listen();
    };
  }
  listen() {
    clearTimeout(this.timer);
    if (this.pending > 0) this.after(Math.max(LEAST_MS, 2 * this.usualMs), () => this.listenOnceMore());
  }
  listenOnceMore() {
    this.after(SECOND_LOOK_MS, () => {
      this.listen();
      this.onSilence();
    });
  }
  after(ms, work) {
    this.timer = setTimeout(work, ms).unref();
  }
};

// ../../work/wt/logs/packages/otlp/src/send/sender.ts
function isAnswer(outcome) {
  return outcome.kind === "delivered" || outcome.kind === "rejected" && outcome.reason === "rejected";
}

// ../../work/wt/logs/packages/otlp/src/export-loop.ts
var ExportLoop = class {
  constructor(parts) {
    this.parts = parts;
    const { detour } = parts;
    this.patience = detour && new Patience(() => this.divert(detour));
  }
  parts;
  onTheirWay = /* @__PURE__ */ new Set();
  patience;
  scheduled = false;
  /** Sends what waits, soon: never within the app's own call, which may be the one that would have to load gRPC. */
  schedule() {
    if (this.scheduled || !this.canRun) return;
    this.scheduled = true;
    this.parts.ownContext.run(() => {
      setImmediate(() => {
        this.scheduled = false;
        this.fill();
      });
    });
  }
  get canRun() {
    return this.onTheirWay.size < this.parts.maxInFlight && this.parts.detour?.isDiverting !== true;
  }
  fill() {
    while (this.canRun) {
      const batch = this.parts.queue.take();
      if (batch === void 0) return;
      this.onTheirWay.add(batch);
      void this.deliver(batch).then(() => {
        this.onTheirWay.delete(batch);
        this.fill();
      });
    }
  }
  async deliver(batch) {
    const start = performance.now();
    const outcome = await this.send(batch);
    const durationMs = performance.now() - start;
    const { queue, settlement, detour } = this.parts;
    const copy = await detour?.copyOf(batch);
    if (isAnswer(outcome)) detour?.end();
    if (copy !== void 0) {
      copy.conclude(outcome, durationMs);
    } else if (outcome.kind === "retry" && detour !== void 0) {
      queue.giveBack([batch]);
      detour.begin();
    } else if (queue.settle(batch)) {
      settlement.enter(batch.items, outcome, durationMs);
    }
  }
  async send(batch) {
    const { frame: frame2, sender } = this.parts;
    try {
      const request = await frame2.request(batch.scopes);
      const end = this.patience?.begin();
      const outcome = await sender.send(request);
      end?.(isAnswer(outcome));
      return outcome;
    } catch (error) {
      return { kind: "rejected", reason: "invalid", message: String(error) };
    }
  }
  /** The collector has fallen silent. What only waits to be tried again gives up here; of what may still be answered there is a copy. */
  divert(detour) {
    if (!detour.canTake) return;
    setImmediate(() => detour.copy([...this.onTheirWay]));
    detour.begin();
    this.parts.sender.handBack();
  }
};

// ../../work/wt/logs/packages/otlp/src/own-context.ts
var import_node_async_hooks = require("node:async_hooks");
var import_api13 = require("@opentelemetry/api");
var import_core5 = __toESM(require_src());
var UNTRACED = (0, import_core5.suppressTracing)(import_api13.ROOT_CONTEXT);
var OwnContext = class {
  resource = new import_node_async_hooks.AsyncResource("heddle.otlp");
  run(work) {
    return this.resource.runInAsyncScope(() => import_api13.context.with(UNTRACED, work));
  }
};

// ../../work/wt/logs/packages/otlp/src/problems.ts
var import_api14 = require("@opentelemetry/api");

// ../../work/wt/logs/packages/otlp/src/advice.ts
var ADVICE = [
  [
    /wrong version number|EPROTO|packet length too long/i,
    "the collector speaks without TLS there: begin the endpoint with http://, or set OTEL_EXPORTER_OTLP_INSECURE=true for host:port"
  ],
  [/answer is TLS|HTTP request to an HTTPS server/i, "that port speaks TLS: begin the endpoint with https://"],
  [
    /answer is HTTP\/2/,
    "that port speaks gRPC: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc, or use the HTTP port, usually 4318"
  ],
  [
    /answer is (?:not HTTP|a web page)/,
    "is that port a collector\u2019s? It usually takes HTTP on port 4318 and gRPC on port 4317"
  ],
  [
    /Protocol error|HTTP\/2 error|Received HTTP\/1/i,
    "that port speaks HTTP: set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, or use the gRPC port, usually 4317"
  ],
  [
    /socket hang up|closed without an answer|Connection dropped|ECONNRESET|Failed to connect/,
    "the connection was closed: if that port speaks TLS, begin the endpoint with https://; behind a proxy, see its log"
  ],
  [
    /\bHTTP 404\b/,
    "is the path right? A signal\u2019s own endpoint is used as it is; only a general one gets /v1/traces and /v1/logs"
  ],
  [
    /\bHTTP 3\d\d\b/,
    "no redirect is followed, lest telemetry and its credentials go where nobody sent them: set the endpoint to where it points"
  ],
  [
    /\bHTTP 40[13]\b|\bgRPC (?:PERMISSION_DENIED|UNAUTHENTICATED)\b/,
    "the collector does not accept who is asking: see OTEL_EXPORTER_OTLP_HEADERS and the client certificate"
  ],
  [
    /\bHTTP 413\b|larger than max/,
    "the collector takes only smaller requests: lower the maximum size of a batch, or raise its limit"
  ],
  [/\bHTTP 415\b/, "the collector does not take this encoding: see OTEL_EXPORTER_OTLP_PROTOCOL"],
  [/\bgRPC UNIMPLEMENTED\b/, "the collector has no OTLP receiver for this signal on that port"],
  [/ECONNREFUSED/, "nothing listens there: is the collector running, and its host and port right?"],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/i, "that name is not known: is the endpoint\u2019s host right?"],
  [/certificate has expired|CERT_HAS_EXPIRED/, "the collector\u2019s certificate has expired: have it renewed"],
  [
    /does not match certificate|ALTNAME_INVALID/,
    "the collector\u2019s certificate is for another name: use a host name that it holds in the endpoint"
  ],
  [
    /self.signed|unable to (?:get|verify)|CERT_/i,
    "its certificate is not trusted: name its authority in OTEL_EXPORTER_OTLP_CERTIFICATE"
  ],
  [
    /no answer within|no end of it within|Deadline exceeded/i,
    "the collector took the connection and did not answer in time: is it overloaded, or is there a firewall between?"
  ]
];
function adviceFor(message) {
  return ADVICE.find(([pattern]) => pattern.test(message))?.[1];
}

// ../../work/wt/logs/packages/otlp/src/problems.ts
function problemReporter(signal, endpoint, onProblem = warn) {
  const reported2 = /* @__PURE__ */ new Set();
  return (what, message) => {
    const code = `${signal}_${what}`;
    const advice = adviceFor(message);
    const kind = `${code} ${advice}`;
    if (reported2.has(kind)) return;
    reported2.add(kind);
    try {
      onProblem({ code, message: `OTLP ${signal} to ${endpoint}: ${message}${advice ? `; ${advice}` : ""}` });
    } catch {
    }
  };
}
function warn({ code, message }) {
  import_api14.diag.warn(`${message} (${code}, reported once)`);
}

// ../../work/wt/logs/packages/otlp/src/queue.ts
var BatchQueue = class {
  constructor(maxBytes, maxItems = Number.POSITIVE_INFINITY) {
    this.maxBytes = maxBytes;
    this.maxItems = maxItems;
  }
  maxBytes;
  maxItems;
  head;
  tail;
  inFlight = /* @__PURE__ */ new Map();
  drainWaiters = [];
  lastSequence = 0;
  batches = 0;
  items = 0;
  bytes = 0;
  freshItems = 0;
  get held() {
    return { items: this.items, bytes: this.bytes };
  }
  /** How many of the items have never been in flight. */
  get fresh() {
    return this.freshItems;
  }
  /** Whether more than half of the bound is taken. */
  get isHalfFull() {
    return this.bytes > this.maxBytes / 2 || this.items > this.maxItems / 2;
  }
  get isWaiting() {
    return this.head !== void 0;
  }
  get inFlightBatches() {
    return [...this.inFlight.keys()];
  }
  /** Returns false, and takes nothing, when the batch would exceed a bound. One batch alone is always taken. */
  push(batch) {
    if (this.items > 0 && !this.hasRoomFor(batch)) return false;
    const entry = { batch, sequence: ++this.lastSequence, isFresh: true, next: void 0 };
    if (this.tail === void 0) this.head = entry;
    else this.tail.next = entry;
    this.tail = entry;
    this.batches++;
    this.items += batch.items;
    this.bytes += batch.scopes.length;
    this.freshItems += batch.items;
    return true;
  }
  /** The oldest waiting batch, which is in flight from now on. */
  take() {
    const entry = this.head;
    if (entry === void 0) return void 0;
    this.head = entry.next;
    if (this.head === void 0) this.tail = void 0;
    if (entry.isFresh) this.freshItems -= entry.batch.items;
    this.inFlight.set(entry.batch, entry.sequence);
    return entry.batch;
  }
  /** The oldest waiting batches of up to `maxBytes` together, one at the least, which are in flight from now on. */
  takeUpTo(maxBytes) {
    const taken = [];
    for (let bytes = 0; this.head !== void 0; ) {
      bytes += this.head.batch.scopes.length;
      if (taken.length > 0 && bytes > maxBytes) break;
      taken.push(this.take());
    }
    return taken;
  }
  /** Batches in flight wait again, each in its old place. Those that were settled or abandoned meanwhile do not. */
  giveBack(batches) {
    let previous;
    for (const batch of batches) {
      const sequence = this.inFlight.get(batch);
      if (sequence === void 0) continue;
      this.inFlight.delete(batch);
      if (previous !== void 0 && previous.sequence > sequence) previous = void 0;
      previous = this.insertBehind(previous, batch, sequence);
    }
  }
  /** Forgets a batch whose end is known. Returns false if it had been abandoned meanwhile. */
  settle(batch) {
    const sequence = this.inFlight.get(batch);
    if (sequence === void 0) return false;
    this.inFlight.delete(batch);
    this.batches--;
    this.items -= batch.items;
    this.bytes -= batch.scopes.length;
    this.notifyDrained(sequence);
    return true;
  }
  /** Resolves once every batch pushed until now is settled or abandoned. */
  drained() {
    if (this.batches === 0) return Promise.resolve();
    return new Promise((resolve2) => {
      this.drainWaiters.push({ sequence: this.lastSequence, missing: this.batches, resolve: resolve2 });
    });
  }
  /** Forgets everything, also what is in flight, and returns how many items that were. */
  abandon() {
    const { items } = this;
    this.head = void 0;
    this.tail = void 0;
    this.inFlight.clear();
    this.batches = 0;
    this.items = 0;
    this.bytes = 0;
    this.freshItems = 0;
    for (const { resolve: resolve2 } of this.drainWaiters) resolve2();
    this.drainWaiters = [];
    return items;
  }
  hasRoomFor(batch) {
    return this.bytes + batch.scopes.length <= this.maxBytes && this.items + batch.items <= this.maxItems;
  }
  /** Finds the place from `from` on, or from the head. */
  insertBehind(from, batch, sequence) {
    let previous = from;
    for (; ; ) {
      const next = previous === void 0 ? this.head : previous.next;
      if (next === void 0 || next.sequence > sequence) {
        const entry = { batch, sequence, isFresh: false, next };
        if (previous === void 0) this.head = entry;
        else previous.next = entry;
        if (next === void 0) this.tail = entry;
        return entry;
      }
      previous = next;
    }
  }
  notifyDrained(settled) {
    if (this.drainWaiters.length === 0) return;
    this.drainWaiters = this.drainWaiters.filter((waiter) => {
      if (settled <= waiter.sequence) waiter.missing--;
      if (waiter.missing > 0) return true;
      waiter.resolve();
      return false;
    });
  }
};

// ../../work/wt/logs/packages/otlp/src/resource.ts
var MAX_WAIT_MS = 5e3;
var ResourceFrame = class {
  constructor(resource, format) {
    this.resource = resource;
    this.format = format;
  }
  resource;
  format;
  header;
  encoded;
  /** A whole export request from the scopes of a batch. */
  async request(scopes) {
    this.header ??= this.encode();
    return this.format.request(await this.header, scopes);
  }
  /**
   * The same at once, for a process that is about to end: with the attributes that are known by now.
   * @throws what the resource throws
   */
  requestSync(scopes) {
    return this.format.request(this.encoded ?? this.format.resourceHeader(this.resource), scopes);
  }
  async encode() {
    if (this.resource.asyncAttributesPending) await this.settled();
    this.encoded = this.format.resourceHeader(this.resource);
    return this.encoded;
  }
  /** A detector that fails or hangs costs its own attributes, not the telemetry. */
  async settled() {
    let timer;
    const timeout = new Promise((resolve2) => {
      timer = setTimeout(resolve2, MAX_WAIT_MS).unref();
    });
    const detected = Promise.resolve(this.resource.waitForAsyncAttributes?.()).catch(() => {
    });
    await Promise.race([detected, timeout]);
    clearTimeout(timer);
  }
};

// ../../work/wt/logs/packages/otlp/src/send/retry.ts
var MAX_SERVER_DELAY_MS = 6e4;
var REFUSAL_MS = 200;
function newCollectorState() {
  return { notBefore: 0, refusingSince: void 0 };
}
var RetryingSender = class {
  constructor(next, policy, parts = {}) {
    this.next = next;
    this.policy = policy;
    this.parts = parts;
    this.collector = parts.collector ?? newCollectorState();
  }
  next;
  policy;
  parts;
  pauses = /* @__PURE__ */ new Set();
  hurries = /* @__PURE__ */ new Set();
  collector;
  lastAttempt = false;
  closed = false;
  async send(request, contentType) {
    const start = performance.now();
    if (this.collector.notBefore > start && !this.lastAttempt) {
      if (this.isRefusedInHaste) return { kind: "retry", message: "nothing listens", unreached: true };
      await this.pause(this.collector.notBefore - start);
    }
    for (let attempt2 = 0; ; attempt2++) {
      if (this.closed) return { kind: "rejected", reason: "shutdown", message: "shut down" };
      const outcome = await this.next.send(request, contentType);
      this.note(outcome);
      if (outcome.kind !== "retry") return outcome;
      const delayMs = this.delayMs(attempt2, outcome.afterMs);
      this.collector.notBefore = performance.now() + delayMs;
      if (this.isHandedBack(outcome, attempt2)) return outcome;
      const graceMs = this.graceMs(outcome);
      if (this.lastAttempt && graceMs === 0) return { kind: "rejected", reason: "shutdown", message: outcome.message };
      if (performance.now() - start + delayMs > this.policy.maxElapsedMs) {
        this.collector.notBefore = 0;
        return { kind: "rejected", reason: "retry_exhausted", message: outcome.message };
      }
      this.parts.onRetry?.(outcome.message);
      await this.pause(graceMs > 0 ? graceMs : delayMs);
      if (this.parts.waitingRoom?.isDiverting) return outcome;
    }
  }
  /** Tries at once what is waiting to be tried again. */
  wake() {
    this.collector.notBefore = 0;
    this.resume();
  }
  /** To be called when everything begins to go to the better place: what waits here goes there too, and the wait goes on there. */
  handBack() {
    this.resume();
  }
  /** {@link wake}, and while someone waits, a collector that refuses connections is not waited for. */
  hurry() {
    let tell = () => {
    };
    const refused = new Promise((resolve2) => {
      tell = resolve2;
    });
    this.hurries.add(tell);
    this.wake();
    return { refused, end: () => this.hurries.delete(tell) };
  }
  /** Gives everything one more attempt and no further ones. */
  finish() {
    this.lastAttempt = true;
    this.wake();
  }
  letGo() {
    this.next.letGo?.();
  }
  close() {
    this.closed = true;
    this.finish();
    this.next.close();
  }
  note(outcome) {
    const isRefused = outcome.kind === "retry" && outcome.unreached === true;
    this.collector.refusingSince = isRefused ? this.collector.refusingSince ?? performance.now() : void 0;
    if (outcome.kind !== "retry") this.collector.notBefore = 0;
  }
  /** Someone waits, and someone else has found just now that nothing listens: what has a better place goes there untried. */
  get isRefusedInHaste() {
    const { collector, hurries, parts } = this;
    return hurries.size > 0 && collector.refusingSince !== void 0 && parts.waitingRoom?.canTake === true;
  }
  /** The first retry is made in memory, as most failures are over by then; but not while someone waits for a collector that is not there. */
  isHandedBack({ unreached }, attempt2) {
    const room = this.parts.waitingRoom;
    if (room?.canTake !== true) return false;
    return attempt2 > 0 || this.lastAttempt || room.isDiverting || unreached === true && this.hurries.size > 0;
  }
  /** How long someone who waits should still give a collector that refuses connections. Tells them when there is nothing left of it. */
  graceMs({ unreached }) {
    if (unreached !== true || this.hurries.size === 0 && !this.lastAttempt) return 0;
    const refusedMs = performance.now() - this.collector.refusingSince;
    const graceMs = this.parts.waitingRoom === void 0 ? Math.max(0, REFUSAL_MS - refusedMs) : 0;
    if (graceMs === 0) for (const tell of this.hurries) tell();
    return graceMs;
  }
  delayMs(attempt2, serverMs = 0) {
    const { random = Math.random } = this.parts;
    const ceiling = Math.min(this.policy.maxDelayMs, this.policy.initialDelayMs * 2 ** attempt2);
    const backoff = ceiling * (0.5 + random() / 2);
    return Math.max(backoff, serverMs > 0 ? Math.min(serverMs, MAX_SERVER_DELAY_MS) : 0);
  }
  resume() {
    for (const resume of this.pauses) resume();
  }
  pause(delayMs) {
    return new Promise((resolve2) => {
      const resume = () => {
        clearTimeout(timer);
        this.pauses.delete(resume);
        resolve2();
      };
      const timer = setTimeout(resume, delayMs).unref();
      this.pauses.add(resume);
    });
  }
};

// ../../work/wt/logs/packages/otlp/src/settlement.ts
var Settlement = class {
  constructor(ledger, report, observer) {
    this.ledger = ledger;
    this.report = report;
    this.observer = observer;
  }
  ledger;
  report;
  observer;
  enter(items, outcome, durationMs) {
    const failure = this.count(items, outcome);
    this.observer?.exported(durationMs, failure);
  }
  /** Returns why not all of the items were delivered, if so. */
  count(items, outcome) {
    if (outcome.kind !== "delivered") {
      const reason = outcome.kind === "rejected" ? outcome.reason : "retry_exhausted";
      this.ledger.drop(reason, items);
      this.report(reason, `${items} dropped: ${outcome.message}`);
      return reason;
    }
    const rejected = Math.min(outcome.rejected ?? 0, items);
    this.ledger.delivered += items - rejected;
    this.ledger.drop("partial_success", rejected);
    if (rejected > 0) {
      this.report("partial_success", `the collector refused ${rejected} of ${items}: ${outcome.message ?? ""}`);
      return "partial_success";
    }
    if (outcome.message) this.report("warning", `the collector warns: ${outcome.message}`);
    return void 0;
  }
};

// ../../work/wt/logs/packages/otlp/src/spool/copies.ts
var Copies = class {
  constructor(spool, settlement, onReleased) {
    this.spool = spool;
    this.settlement = settlement;
    this.onReleased = onReleased;
  }
  spool;
  settlement;
  onReleased;
  copies = /* @__PURE__ */ new Map();
  get isEmpty() {
    return this.copies.size === 0;
  }
  /** `write` resolves to the segment that has taken the batch's place in the ledger, if it has. */
  make(batch, write2) {
    if (this.copies.has(batch)) return;
    const copy = write2().then((segment) => {
      if (segment === void 0) this.copies.delete(batch);
      return segment && {
        conclude: (outcome, durationMs) => this.conclude(batch, segment, outcome, durationMs)
      };
    });
    this.copies.set(batch, copy);
  }
  of(batch) {
    return this.copies.get(batch) ?? Promise.resolve(void 0);
  }
  conclude(batch, segment, outcome, durationMs) {
    this.copies.delete(batch);
    if (isAnswer(outcome)) {
      this.spool.settle(segment, batch.items);
      this.settlement.enter(batch.items, outcome, durationMs);
      void this.spool.finish(segment);
    } else {
      this.spool.release(segment);
      this.onReleased();
    }
  }
};

// ../../work/wt/logs/packages/otlp/src/spool/directory.ts
var import_node_path2 = require("node:path");

// ../../work/wt/logs/packages/otlp/src/spool/names.ts
var OWNER = String.raw`([0-9a-f]{16})\.(\d{1,10})\.(\d{1,20})\.([0-9a-f]{8})`;
var SEGMENT = new RegExp(String.raw`^(\d{13})-(\d{6,12})-${OWNER}\.seg$`);
var LEASE = new RegExp(`^${OWNER}\\.lease$`);
function segmentFile({ createdMs, sequence, owner }) {
  return `${String(createdMs).padStart(13, "0")}-${String(sequence).padStart(6, "0")}-${ownerId(owner)}.seg`;
}
function leaseFile(owner) {
  return `${ownerId(owner)}.lease`;
}
function parseSegmentFile(file) {
  const [, createdMs, sequence, machine, pid, startTime, nonce] = SEGMENT.exec(file) ?? [];
  if (nonce === void 0) return void 0;
  const owner = { machine, pid: Number(pid), startTime, nonce };
  return { createdMs: Number(createdMs), sequence: Number(sequence), owner };
}
function parseLeaseFile(file) {
  const [, machine, pid, startTime, nonce] = LEASE.exec(file) ?? [];
  return nonce === void 0 ? void 0 : { machine, pid: Number(pid), startTime, nonce };
}
function ownerId({ machine, pid, startTime, nonce }) {
  return `${machine}.${pid}.${startTime}.${nonce}`;
}

// ../../work/wt/logs/packages/otlp/src/spool/crc32c.ts
var POLYNOMIAL = 2197175160;
var tables;
function crc32c(...parts) {
  tables ??= makeTables();
  const table = tables;
  let crc = 4294967295;
  for (const bytes of parts) {
    const sliced = bytes.length - bytes.length % 8;
    let i = 0;
    for (; i < sliced; i += 8) {
      crc ^= bytes[i] | bytes[i + 1] << 8 | bytes[i + 2] << 16 | bytes[i + 3] << 24;
      crc = table[1792 + (crc & 255)] ^ table[1536 + (crc >>> 8 & 255)] ^ table[1280 + (crc >>> 16 & 255)] ^ table[1024 + (crc >>> 24)] ^ table[768 + bytes[i + 4]] ^ table[512 + bytes[i + 5]] ^ table[256 + bytes[i + 6]] ^ table[bytes[i + 7]];
    }
    for (; i < bytes.length; i++) crc = table[(crc ^ bytes[i]) & 255] ^ crc >>> 8;
  }
  return ~crc >>> 0;
}
function makeTables() {
  const made = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ POLYNOMIAL : crc >>> 1;
    made[byte] = crc;
  }
  for (let i = 256; i < made.length; i++) {
    const previous = made[i - 256];
    made[i] = made[previous & 255] ^ previous >>> 8;
  }
  return made;
}

// ../../work/wt/logs/packages/otlp/src/spool/segment.ts
var MAGIC = Buffer.from("HEDDLESP");
var VERSION2 = 1;
var SIGNALS = { traces: 1, logs: 2 };
var ENCODINGS = { protobuf: 1, json: 2 };
var HEADER_BYTES = 16;
var RECORD_HEAD_BYTES = 12;
var MAX_RECORD_BYTES = 64 * 1024 * 1024;
var MAX_SEGMENT_BYTES = HEADER_BYTES + RECORD_HEAD_BYTES + MAX_RECORD_BYTES;
var SETTLED = Buffer.from("DONE\0\0\0\0", "latin1");
var SETTLED_OFFSET = 4;
function segmentHeader({ signal, encoding }) {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.set([VERSION2, SIGNALS[signal], ENCODINGS[encoding]], MAGIC.length);
  header.writeUInt32LE(crc32c(header.subarray(0, 12)), 12);
  return header;
}
function recordHead({ items, payload }) {
  const head = Buffer.allocUnsafe(RECORD_HEAD_BYTES);
  head.writeUInt32LE(payload.length, 0);
  head.writeUInt32LE(items, 8);
  head.writeUInt32LE(crc32c(head.subarray(8), payload), 4);
  return head;
}
function encode(records) {
  return records.flatMap((record) => [recordHead(record), record.payload]);
}
function sizeOf(records) {
  return records.reduce((sum3, { payload }) => sum3 + RECORD_HEAD_BYTES + payload.length, 0);
}
function readSegment(bytes, signal) {
  if (bytes.length === 0) return NOTHING2;
  const header = bytes.subarray(0, HEADER_BYTES);
  const { records, lost } = readRecords(bytes);
  for (const encoding of ["protobuf", "json"]) {
    if (header.equals(segmentHeader({ signal, encoding }))) return { encoding, records, lost };
  }
  if (isSound(header)) return "foreign";
  const items = records.reduce((sum3, record) => sum3 + record.items, lost);
  return { ...NOTHING2, lost: Math.max(1, items) };
}
var NOTHING2 = { encoding: "protobuf", records: [], lost: 0 };
function isSound(header) {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  return header.readUInt32LE(12) === crc32c(header.subarray(0, 12));
}
function readRecords(bytes) {
  const records = [];
  let position = HEADER_BYTES;
  while (position + RECORD_HEAD_BYTES <= bytes.length) {
    const head = bytes.subarray(position, position + RECORD_HEAD_BYTES);
    const length = head.readUInt32LE(0);
    const items = plausible(head.readUInt32LE(8), length);
    const end = position + RECORD_HEAD_BYTES + length;
    if (length === 0 || end > bytes.length) return { records, lost: items };
    const payload = bytes.subarray(position + RECORD_HEAD_BYTES, end);
    if (!head.subarray(SETTLED_OFFSET).equals(SETTLED)) records.push(new Stored(position, head, items, payload));
    position = end;
  }
  return { records, lost: position < bytes.length ? 1 : 0 };
}
function plausible(items, length) {
  return items > 0 && items <= Math.min(length, MAX_RECORD_BYTES) / 2 ? items : 1;
}
var Stored = class {
  constructor(position, head, items, payload) {
    this.position = position;
    this.head = head;
    this.items = items;
    this.payload = payload;
  }
  position;
  head;
  items;
  payload;
  isIntact() {
    return this.head.readUInt32LE(4) === crc32c(this.head.subarray(8), this.payload);
  }
};

// ../../work/wt/logs/packages/otlp/src/spool/directory.ts
var LEASE_RENEWAL_MS = 2e4;
var LEASE_EXPIRY_MS = 6e4;
var WRITABLE_BY_OTHERS = 18;
var SpoolDirectory = class {
  constructor(dir, signal, fs2, processes, now, uid = process.getuid?.()) {
    this.fs = fs2;
    this.processes = processes;
    this.now = now;
    this.uid = uid;
    this.base = (0, import_node_path2.resolve)(dir);
    this.path = (0, import_node_path2.join)(this.base, signal);
    this.owner = processes.newOwner();
  }
  fs;
  processes;
  now;
  uid;
  base;
  path;
  owner;
  sequence = 0;
  hasLease = false;
  /** Every directory above ours is known to be on disk. Another process may have made them a moment ago. */
  isAnchored = false;
  /** Where the next segment goes. */
  newSegment(createdMs) {
    return (0, import_node_path2.join)(this.path, segmentFile({ createdMs, sequence: this.sequence++, owner: this.owner }));
  }
  /**
   * Makes sure that the directory is there and private, and that the others know of us. With `isDurable`, the directory
   * survives a power loss from then on.
   * @throws Error when it is not private, or as the file system does
   */
  async prepare(isDurable) {
    if (await this.fs.makeDirectory(this.path) !== void 0) this.isAnchored = false;
    if (isDurable && !this.isAnchored) await this.anchor();
    for (const path of [this.base, this.path]) this.requirePrivate(path, await this.fs.facts(path));
    await this.renewLease();
  }
  /** {@link prepare} for a process that is about to end. */
  prepareSync() {
    if (this.fs.sync.makeDirectory(this.path) !== void 0) this.isAnchored = false;
    for (const path of [this.base, this.path]) this.requirePrivate(path, this.fs.sync.facts(path));
    this.fs.sync.touch(this.lease);
    this.hasLease = true;
  }
  async renewLease() {
    await this.fs.touch(this.lease);
    this.hasLease = true;
  }
  /** Waits until the disk knows of new segments. Not every system can do that for a directory, and then the files must do. */
  async sync() {
    await this.fs.syncDirectory(this.path).catch(() => {
    });
  }
  /** From now on our segments are anyone's. */
  async leave() {
    if (this.hasLease) await this.fs.remove(this.lease).catch(() => {
    });
  }
  /**
   * Looks at what others have here. Writes nothing, but removes the leases of the dead.
   * @throws Error when the directory is not private, or as the file system does
   */
  async survey() {
    for (const path of [this.base, this.path]) {
      const facts = await this.fs.facts(path);
      if (facts === void 0) return { orphans: [], neighbours: { owners: 0, bytes: 0, files: 0 } };
      this.requirePrivate(path, facts);
    }
    const files = await this.fs.list(this.path);
    const fates = /* @__PURE__ */ new Map();
    const isGone = (owner) => {
      const id = ownerId(owner);
      if (!fates.has(id)) fates.set(id, this.isGone(owner));
      return fates.get(id);
    };
    const survey = await this.surveySegments(files, isGone);
    for (const file of files) {
      const owner = parseLeaseFile(file);
      if (owner && await isGone(owner)) await this.fs.remove((0, import_node_path2.join)(this.path, file)).catch(() => {
      });
    }
    return survey;
  }
  async surveySegments(files, isGone) {
    const orphans = [];
    const living = /* @__PURE__ */ new Set();
    let [bytes, count] = [0, 0];
    for (const file of files) {
      const name = parseSegmentFile(file);
      if (name === void 0 || ownerId(name.owner) === ownerId(this.owner)) continue;
      const path = (0, import_node_path2.join)(this.path, file);
      const size = await this.trustedSize(path);
      if (size !== void 0) {
        bytes += size;
        count++;
      }
      if (!await isGone(name.owner)) living.add(ownerId(name.owner));
      else if (size !== void 0 && size <= MAX_SEGMENT_BYTES) orphans.push({ ...name, path, bytes: size });
    }
    orphans.sort((a, b) => a.createdMs - b.createdMs || a.sequence - b.sequence);
    return { orphans, neighbours: { owners: living.size, bytes, files: count } };
  }
  /** From the highest on. One that we may not read is someone else's, and older. */
  async anchor() {
    const parents = [];
    for (let path = this.path; path !== (0, import_node_path2.dirname)(path); path = (0, import_node_path2.dirname)(path)) parents.unshift((0, import_node_path2.dirname)(path));
    for (const parent of parents) await this.fs.syncDirectory(parent).catch(() => {
    });
    this.isAnchored = true;
  }
  get lease() {
    return (0, import_node_path2.join)(this.path, leaseFile(this.owner));
  }
  async isGone(owner) {
    const fate = this.processes.fateOf(owner);
    if (fate === "dead") return true;
    const lease = await this.fs.facts((0, import_node_path2.join)(this.path, leaseFile(owner)));
    if (lease === void 0) return true;
    return fate === "unknown" && this.now() - lease.mtimeMs > LEASE_EXPIRY_MS;
  }
  /** Of what is no segment of this user's, nothing. */
  async trustedSize(path) {
    const facts = await this.fs.facts(path).catch(() => void 0);
    return facts?.kind === "file" && this.isOursAlone(facts) ? facts.size : void 0;
  }
  requirePrivate(path, facts) {
    if (facts?.kind !== "directory") throw new Error(`${path} is not a directory (symbolic links are not followed)`);
    if (!this.isOursAlone(facts)) throw new Error(`${path} belongs to another user, or others may write to it`);
  }
  /** Where there are no users, as on Windows, everything is. */
  isOursAlone({ uid, mode: mode2 }) {
    return this.uid === void 0 || uid === this.uid && (mode2 & WRITABLE_BY_OTHERS) === 0;
  }
};

// ../../work/wt/logs/packages/otlp/src/spool/overflow.ts
var Overflow = class {
  constructor(parts) {
    this.parts = parts;
  }
  parts;
  isFailing = false;
  isScheduled = false;
  isSpilling = false;
  timer;
  get held() {
    return this.parts.spool.held;
  }
  /** Fresh batches are not to be sent now. */
  get isDiverting() {
    return this.isFailing;
  }
  /** Whether a batch that could not be sent has a place to go. */
  get canTake() {
    return this.parts.spool.isUsable;
  }
  /** Tries at once what waits to be tried again. */
  wake() {
    this.parts.replay.wake();
  }
  /** Takes up, soon, what earlier processes have left. */
  open() {
    const { ownContext, spool, replay } = this.parts;
    setImmediate(() => ownContext.run(() => void spool.adopt().then(() => replay.start())));
    const tend = () => ownContext.run(() => void spool.tend().then(() => replay.start()));
    this.timer = setInterval(tend, LEASE_RENEWAL_MS).unref();
  }
  /** The collector is failing. */
  begin() {
    this.isFailing = true;
    this.schedule();
  }
  /** The collector answers, or there is nothing on disk to ask it with. */
  end() {
    if (!this.isFailing) return;
    this.isFailing = false;
    this.parts.onPassable();
  }
  /** While what is on its way may still be answered, that is what asks. */
  endUnlessCopied() {
    if (this.parts.copies.isEmpty) this.end();
  }
  copy(batches) {
    const { copies: copies2, frame: frame2, queue, spool } = this.parts;
    for (const batch of batches) {
      copies2.make(batch, async () => {
        const payload = await frame2.request(batch.scopes);
        return spool.appendAside({ items: batch.items, payload }, () => queue.settle(batch) ? batch.items : 0);
      });
    }
  }
  copyOf(batch) {
    return this.parts.copies.of(batch);
  }
  /** To be called when there is more in the queue. */
  schedule() {
    if (this.isScheduled || this.isSpilling || !this.isNeeded) return;
    this.isScheduled = true;
    this.parts.ownContext.run(() => {
      setImmediate(() => {
        this.isScheduled = false;
        void this.spill();
      });
    });
  }
  /** Writes all that is in memory to disk within this call, also what is on its way. Returns how many items that were. Never throws. */
  saveSync() {
    const { queue } = this.parts;
    const waiting = queue.takeUpTo(Number.POSITIVE_INFINITY);
    let saved = 0;
    for (const group of groups(queue.inFlightBatches, this.parts.spool.segmentBytes)) {
      if (!this.saveGroup(group)) break;
      for (const batch of group) if (queue.settle(batch)) saved += batch.items;
    }
    queue.giveBack(waiting);
    return saved;
  }
  /** Sends nothing more. Resolves when what is being sent from disk has had its last attempt. */
  stop() {
    clearInterval(this.timer);
    return this.parts.replay.stop();
  }
  async close() {
    clearInterval(this.timer);
    this.parts.replay.close();
    await this.parts.spool.close();
  }
  get isNeeded() {
    return this.isFailing || this.parts.queue.isHalfFull && this.canTake;
  }
  async spill() {
    if (this.isSpilling) return;
    this.isSpilling = true;
    while (this.isNeeded) {
      const batches = this.parts.queue.takeUpTo(this.parts.spool.segmentBytes);
      if (batches.length === 0) break;
      if (await this.keep(batches)) continue;
      this.parts.queue.giveBack(batches);
      this.end();
      break;
    }
    this.isSpilling = false;
    this.parts.replay.start();
    if (!this.isFailing) this.parts.onPassable();
  }
  async keep(batches) {
    const { queue, frame: frame2, spool } = this.parts;
    try {
      const records = [];
      for (const { items, scopes } of batches) records.push({ items, payload: await frame2.request(scopes) });
      return await spool.append(
        records,
        () => batches.reduce((sum3, batch) => sum3 + (queue.settle(batch) ? batch.items : 0), 0)
      );
    } catch {
      return false;
    }
  }
  saveGroup(batches) {
    try {
      const { frame: frame2, spool } = this.parts;
      return spool.saveSync(batches.map(({ items, scopes }) => ({ items, payload: frame2.requestSync(scopes) })));
    } catch {
      return false;
    }
  }
};
function* groups(batches, maxBytes) {
  let group = [];
  let bytes = 0;
  for (const batch of batches) {
    if (bytes > 0 && bytes + batch.scopes.length > maxBytes) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(batch);
    bytes += batch.scopes.length;
  }
  if (group.length > 0) yield group;
}

// ../../work/wt/logs/packages/otlp/src/spool/replay.ts
var MAX_PAUSE_MS = 1e3;
var GLANCE_MS = 20;
var CONTENT_TYPES = {
  protobuf: "application/x-protobuf",
  json: "application/json"
};
var Replay = class {
  constructor(parts) {
    this.parts = parts;
  }
  parts;
  running;
  hasMore = false;
  stopped = false;
  endRest = () => {
  };
  /** To be called whenever there may be something to send. */
  start() {
    this.hasMore = true;
    if (this.stopped) return;
    this.running ??= this.run();
  }
  /** Tries at once what waits to be tried again. */
  wake() {
    this.parts.sender.wake();
  }
  /** Resolves when the record that is being sent, if there is one, has met its end or had one last attempt. */
  async stop() {
    this.stopped = true;
    this.endRest();
    this.parts.sender.finish();
    await this.running;
  }
  close() {
    this.stopped = true;
    this.parts.sender.close();
  }
  async run() {
    while (this.hasMore && !this.stopped) {
      this.hasMore = false;
      for (let next = await this.next(); next !== void 0; next = await this.next()) await this.replay(next);
    }
    this.running = void 0;
    if (!this.stopped) this.parts.onIdle();
  }
  async next() {
    return this.stopped ? void 0 : this.parts.spool.next();
  }
  async replay(segment) {
    const { spool, sender, settlement, onAnswer } = this.parts;
    const contents = await spool.read(segment);
    let tookMs = 0;
    let last2;
    for (const record of contents?.records ?? []) {
      if (last2 !== void 0) await spool.note(segment, last2);
      last2 = void 0;
      if (!record.isIntact()) continue;
      await this.rest(tookMs);
      const start = performance.now();
      const outcome = this.stopped ? void 0 : await sender.send(record.payload, CONTENT_TYPES[contents.encoding]);
      if (outcome === void 0 || isUndecided(outcome)) return spool.release(segment);
      tookMs = performance.now() - start;
      spool.settle(segment, record.items);
      settlement.enter(record.items, outcome, tookMs);
      last2 = record;
      onAnswer();
    }
    if (contents !== void 0) await spool.finish(segment);
  }
  async rest(tookMs) {
    if (tookMs > 0) await this.pause(Math.min(tookMs, MAX_PAUSE_MS));
    const start = performance.now();
    while (this.parts.isFreshWaiting() && !this.stopped && performance.now() - start < MAX_PAUSE_MS) {
      await this.pause(GLANCE_MS);
    }
  }
  pause(delayMs) {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve2) => {
      const timer = setTimeout(resolve2, delayMs).unref();
      this.endRest = () => {
        clearTimeout(timer);
        resolve2();
      };
    });
  }
};
function isUndecided(outcome) {
  return outcome.kind === "retry" || outcome.kind === "rejected" && outcome.reason === "shutdown";
}

// ../../work/wt/logs/packages/otlp/src/spool/adoption.ts
var Adoption = class {
  constructor(parts, segments) {
    this.parts = parts;
    this.segments = segments;
  }
  parts;
  segments;
  /** Others have something that may be ours one day. */
  mayHaveMore = false;
  /** Learns how much of the bounds others take. What cannot be seen just now stays as it was last seen. */
  async glance() {
    const survey = await this.parts.directory.survey().catch(() => void 0);
    if (survey !== void 0) this.segments.neighbours = survey.neighbours;
  }
  /** @throws Error when the directory is not private, or as the file system does */
  async takeAll() {
    const { orphans, neighbours } = await this.parts.directory.survey();
    this.segments.neighbours = neighbours;
    this.mayHaveMore = neighbours.owners > 0;
    const { directory, options } = this.parts;
    let prepared;
    const prepare = () => prepared ??= directory.prepare(options.fsync);
    for (const orphan of orphans) await this.take(orphan, prepare).catch(() => {
    });
  }
  /** Reads it before it takes it, so that one that we cannot send stays whose it is, unless it is too old for anyone. */
  async take(orphan, prepare) {
    const { fs: fs2, kind, directory, ledger, now, options } = this.parts;
    const { path, createdMs } = orphan;
    const isExpired = now() - createdMs > options.maxAgeMs;
    if (!isExpired && !this.hasRoomFor(orphan)) {
      this.mayHaveMore = true;
      return;
    }
    const bytes = await fs2.read(path, MAX_SEGMENT_BYTES);
    const contents = readSegment(bytes, kind.signal);
    if (!isExpired && !this.isSendable(contents, orphan)) {
      this.mayHaveMore = true;
      return;
    }
    await prepare();
    const ours = directory.newSegment(createdMs);
    await fs2.rename(path, ours);
    const unsettled = itemsOf(contents);
    ledger.recovered += unsettled;
    this.segments.neighbours = without(this.segments.neighbours, orphan);
    this.segments.add({ path: ours, createdMs, bytes: bytes.length, unsettled, file: void 0 });
  }
  hasRoomFor(orphan) {
    return this.segments.hasRoomFor(orphan.bytes, 1, without(this.segments.neighbours, orphan));
  }
  isSendable(contents, orphan) {
    if (contents === "foreign") return false;
    const { sendable, report } = this.parts;
    if (contents.records.length > 0 && !sendable.includes(contents.encoding)) {
      report(
        "spool_encoding",
        `${orphan.path} holds ${contents.encoding}, which cannot be sent over gRPC: it waits for HTTP`
      );
      return false;
    }
    return true;
  }
};
function itemsOf(contents) {
  return contents === "foreign" ? 1 : contents.records.reduce((sum3, { items }) => sum3 + items, contents.lost);
}
function without({ owners, bytes, files }, orphan) {
  return { owners, bytes: bytes - orphan.bytes, files: files - 1 };
}

// ../../work/wt/logs/packages/otlp/src/spool/fs.ts
var import_node_fs2 = __toESM(require("node:fs"));
var { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_RDONLY, O_WRONLY } = import_node_fs2.constants;
var FILE_MODE = 384;
var DIRECTORY_MODE = 448;
var nodeFs = {
  makeDirectory: (path) => import_node_fs2.promises.mkdir(path, { recursive: true, mode: DIRECTORY_MODE }),
  async facts(path) {
    const stats = await import_node_fs2.promises.lstat(path).catch(unlessAbsent);
    return stats && factsOf(stats);
  },
  list: (directory) => import_node_fs2.promises.readdir(directory),
  async create(path) {
    const handle = await import_node_fs2.promises.open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_NOFOLLOW, FILE_MODE);
    return {
      async append(chunks) {
        for (const chunk of chunks) await handle.appendFile(chunk);
      },
      sync: () => handle.datasync(),
      truncate: (bytes) => handle.truncate(bytes),
      async isWhole(bytes) {
        const { nlink, size } = await handle.stat();
        return nlink > 0 && size === bytes;
      },
      close: () => handle.close()
    };
  },
  async syncDirectory(path) {
    const handle = await import_node_fs2.promises.open(path, O_RDONLY);
    await handle.sync().finally(() => handle.close());
  },
  async read(path, maxBytes) {
    const handle = await import_node_fs2.promises.open(path, O_RDONLY | O_NOFOLLOW);
    try {
      const stats = await handle.stat();
      if (!stats.isFile() || stats.size > maxBytes) throw new RangeError("it is not a file that the spool wrote");
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  async overwrite(path, bytes, position) {
    const handle = await import_node_fs2.promises.open(path, O_WRONLY | O_NOFOLLOW);
    await handle.write(bytes, 0, bytes.length, position).finally(() => handle.close());
  },
  rename: (from, to) => import_node_fs2.promises.rename(from, to),
  remove: (path) => import_node_fs2.promises.unlink(path),
  async touch(path) {
    const handle = await import_node_fs2.promises.open(path, O_CREAT | O_WRONLY | O_NOFOLLOW, FILE_MODE);
    await handle.utimes(/* @__PURE__ */ new Date(), /* @__PURE__ */ new Date()).finally(() => handle.close());
  },
  sync: {
    makeDirectory: (path) => import_node_fs2.default.mkdirSync(path, { recursive: true, mode: DIRECTORY_MODE }),
    facts(path) {
      const stats = import_node_fs2.default.lstatSync(path, { throwIfNoEntry: false });
      return stats && factsOf(stats);
    },
    write(path, chunks) {
      const fd = import_node_fs2.default.openSync(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, FILE_MODE);
      try {
        for (const chunk of chunks) import_node_fs2.default.writeFileSync(fd, chunk);
      } catch (error) {
        import_node_fs2.default.unlinkSync(path);
        throw error;
      } finally {
        import_node_fs2.default.closeSync(fd);
      }
    },
    append(path, chunks, bytes) {
      const fd = import_node_fs2.default.openSync(path, O_WRONLY | O_APPEND | O_NOFOLLOW);
      try {
        if (import_node_fs2.default.fstatSync(fd).size !== bytes) throw new Error(`${path} was changed by someone else`);
        for (const chunk of chunks) import_node_fs2.default.writeFileSync(fd, chunk);
      } catch (error) {
        import_node_fs2.default.ftruncateSync(fd, bytes);
        throw error;
      } finally {
        import_node_fs2.default.closeSync(fd);
      }
    },
    remove: (path) => import_node_fs2.default.unlinkSync(path),
    touch(path) {
      const fd = import_node_fs2.default.openSync(path, O_CREAT | O_WRONLY | O_NOFOLLOW, FILE_MODE);
      try {
        import_node_fs2.default.futimesSync(fd, /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date());
      } finally {
        import_node_fs2.default.closeSync(fd);
      }
    }
  }
};
function factsOf(stats) {
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other";
  return { kind, uid: stats.uid, mode: stats.mode, size: stats.size, mtimeMs: stats.mtimeMs };
}
function isAbsent(error) {
  return error.code === "ENOENT";
}
function unlessAbsent(error) {
  if (!isAbsent(error)) throw error;
}

// ../../work/wt/logs/packages/otlp/src/spool/write.ts
async function write(segment, records, fsync) {
  const file = segment.file;
  segment.bytes += sizeOf(records);
  await file.append(encode(records));
  if (fsync) await file.sync();
  if (!await file.isWhole(segment.bytes)) throw new Error(`${segment.path} was changed by someone else`);
  segment.soundBytes = segment.bytes;
}
async function mend(segment) {
  if (segment === void 0) return;
  await segment.file?.truncate(segment.soundBytes).catch(() => {
  });
  segment.bytes = segment.soundBytes;
  await seal(segment);
}
async function seal(segment) {
  const file = segment?.file;
  if (segment === void 0 || file === void 0) return;
  segment.file = void 0;
  await file.close().catch(() => {
  });
}

// ../../work/wt/logs/packages/otlp/src/spool/retention.ts
var EXPLANATIONS = {
  corrupt: "damaged on disk, or deleted by someone else",
  evicted: "the oldest on disk had to make room within maxBytes or maxFiles",
  expired: "on disk for longer than maxAgeMs"
};
var Retention = class {
  constructor(parts, segments) {
    this.parts = parts;
    this.segments = segments;
  }
  parts;
  segments;
  /**
   * Gives up the oldest segments until there is room. Returns those whose files are to be removed.
   * @throws Error when there would be no room without all of them either, and then gives up none
   */
  makeRoom(bytes, files) {
    if (!this.segments.canMakeRoomFor(bytes, files)) throw new Error("maxBytes or maxFiles does not leave room");
    return this.evict(() => this.segments.hasRoomFor(bytes, files));
  }
  /** When others have come to take their part of the bounds. */
  async evictExcess() {
    for (const evicted of this.evict(() => this.segments.hasRoomFor(0, 0))) await this.remove(evicted);
  }
  evict(isEnough) {
    const evicted = [];
    for (; ; ) {
      const segment = isEnough() ? void 0 : this.segments.evictable;
      if (segment === void 0) return evicted;
      this.forget(segment, "evicted");
      evicted.push(segment);
    }
  }
  async expire() {
    const { now, options } = this.parts;
    for (const segment of this.segments.createdBefore(now() - options.maxAgeMs)) {
      this.forget(segment, "expired");
      await this.remove(segment);
    }
  }
  /** Returns false if it had been forgotten before. */
  forget(segment, reason) {
    if (!this.segments.forget(segment)) return false;
    if (segment.unsettled === 0) return true;
    this.parts.ledger.drop(reason, segment.unsettled);
    this.parts.report(reason, `${segment.unsettled} dropped: ${EXPLANATIONS[reason]}`);
    return true;
  }
  async remove(segment) {
    await seal(segment);
    await this.parts.fs.remove(segment.path).catch(() => {
    });
  }
  removeSync(path) {
    try {
      this.parts.fs.sync.remove(path);
    } catch {
    }
  }
};

// ../../work/wt/logs/packages/otlp/src/spool/segments.ts
var LEAST_FILES = 2;
var Segments = class {
  constructor(limits) {
    this.limits = limits;
  }
  limits;
  /** As last seen. */
  neighbours = { owners: 0, bytes: 0, files: 0 };
  all = [];
  /** How large a segment grows before the next one is begun. */
  get segmentBytes() {
    return Math.min(this.limits.segmentBytes, this.maxBytes() / 8);
  }
  get held() {
    return { items: sum2(this.all, ({ unsettled }) => unsettled), bytes: sum2(this.all, ({ bytes }) => bytes) };
  }
  get isEmpty() {
    return this.all.length === 0;
  }
  /** The one that grows. */
  get growing() {
    return this.all.find(({ file }) => file !== void 0);
  }
  get oldestReadable() {
    return this.all.find(({ setAside, inUse }) => !setAside && !inUse);
  }
  add(segment) {
    const added = { ...segment, soundBytes: 0, inUse: false, setAside: false };
    this.all.push(added);
    this.all.sort((a, b) => a.createdMs - b.createdMs);
    return added;
  }
  /** Returns false if it had been forgotten before. */
  forget(segment) {
    const index = this.all.indexOf(segment);
    if (index >= 0) this.all.splice(index, 1);
    return index >= 0;
  }
  retrySetAside() {
    for (const segment of this.all) segment.setAside = false;
  }
  hasRoomFor(bytes, files, neighbours = this.neighbours) {
    return this.isWithinBounds(this.all, bytes, files, neighbours);
  }
  /** Whether there would be room without all that may go. */
  canMakeRoomFor(bytes, files) {
    return this.isWithinBounds(
      this.all.filter((segment) => !isEvictable(segment)),
      bytes,
      files
    );
  }
  has(segment) {
    return this.all.includes(segment);
  }
  /** The oldest that may go, if there is one. */
  get evictable() {
    return this.all.find(isEvictable);
  }
  createdBefore(timeMs) {
    return this.all.filter(({ createdMs, inUse }) => createdMs < timeMs && !inUse);
  }
  isWithinBounds(held, bytes, files, neighbours = this.neighbours) {
    return sum2(held, (segment) => segment.bytes) + bytes <= this.maxBytes(neighbours) && held.length + files <= this.maxFiles(neighbours);
  }
  maxBytes({ owners, bytes } = this.neighbours) {
    const { maxBytes } = this.limits;
    return Math.max(maxBytes / (1 + owners), maxBytes - bytes);
  }
  maxFiles({ owners, files } = this.neighbours) {
    const { maxFiles } = this.limits;
    return Math.max(LEAST_FILES, maxFiles / (1 + owners), maxFiles - files);
  }
};
function isEvictable({ file, inUse }) {
  return file === void 0 && !inUse;
}
function sum2(segments, of) {
  return segments.reduce((total, segment) => total + of(segment), 0);
}

// ../../work/wt/logs/packages/otlp/src/spool/spool.ts
var DISK_PAUSE_MS = 1e4;
var Spool = class {
  constructor(parts) {
    this.parts = parts;
    this.segments = new Segments(parts.options);
    this.adoption = new Adoption(parts, this.segments);
    this.retention = new Retention(parts, this.segments);
  }
  parts;
  segments;
  adoption;
  retention;
  working = Promise.resolve();
  pausedUntil = 0;
  closed = false;
  /** Written last within a call. */
  saved;
  get held() {
    return this.segments.held;
  }
  /** How much is best written at a time. */
  get segmentBytes() {
    return this.segments.segmentBytes;
  }
  /** Whether it makes sense to give it something now. */
  get isUsable() {
    return !this.closed && this.parts.now() >= this.pausedUntil;
  }
  /**
   * Writes the records behind the others. `onWritten` is called the moment they are on disk, and returns how many items were not
   * accounted for elsewhere meanwhile.
   */
  append(records, onWritten) {
    return this.exclusively(async () => {
      if (!this.isUsable) return false;
      try {
        const segment = await this.segmentFor(records);
        await write(segment, records, this.parts.options.fsync);
        segment.unsettled += onWritten();
        return true;
      } catch (error) {
        await mend(this.segments.growing);
        this.pause(error);
        return false;
      }
    });
  }
  /**
   * Writes a record to a segment of its own, which counts as being sent. Resolves to it, or to nothing when the disk failed, or when
   * `onWritten`, as above, said that there is nothing left to account for.
   */
  appendAside(record, onWritten) {
    return this.exclusively(async () => {
      if (!this.isUsable) return void 0;
      await seal(this.segments.growing);
      let segment;
      try {
        segment = await this.segmentFor([record]);
        segment.inUse = true;
        await write(segment, [record], this.parts.options.fsync);
        segment.unsettled += onWritten();
        await seal(segment);
        if (segment.unsettled > 0) return segment;
        await this.finish(segment);
      } catch (error) {
        await mend(this.segments.growing);
        if (segment !== void 0) this.release(segment);
        this.pause(error);
      }
      return void 0;
    });
  }
  /** Writes the records, whole or not at all, within this call. */
  saveSync(records) {
    try {
      const segment = this.growSaved(records) ?? this.writeSaved(records);
      segment.unsettled += records.reduce((sum3, { items }) => sum3 + items, 0);
      this.saved = segment;
      return true;
    } catch (error) {
      this.pause(error);
      return false;
    }
  }
  /** The oldest segment that can be sent. From now on it neither grows nor is evicted. */
  next() {
    return this.exclusively(async () => {
      const segment = this.closed ? void 0 : this.segments.oldestReadable;
      if (segment === void 0) return void 0;
      segment.inUse = true;
      await seal(segment);
      return segment;
    });
  }
  /** What is in a segment, if it can be read. */
  async read(segment) {
    try {
      const contents = readSegment(await this.parts.fs.read(segment.path, MAX_SEGMENT_BYTES), this.parts.kind.signal);
      if (contents !== "foreign") return contents;
      await this.finish(segment);
    } catch (error) {
      if (isAbsent(error) || error instanceof RangeError) await this.finish(segment);
      else this.setAside(segment, error);
    }
    return void 0;
  }
  /** Some items of the segment have met their end, which the caller enters in the ledger. */
  settle(segment, items) {
    this.parts.ledger.recovered += Math.max(0, items - segment.unsettled);
    segment.unsettled = Math.max(0, segment.unsettled - items);
  }
  /** Notes in the segment that a record of it is settled. Where that fails, the record is sent once more by whoever comes next. */
  async note(segment, { position }) {
    await this.parts.fs.overwrite(segment.path, SETTLED, position + SETTLED_OFFSET).catch(() => {
    });
  }
  /** Deletes a segment all of whose records are settled. What it should have held, but was not found in it, is lost. */
  async finish(segment) {
    if (this.retention.forget(segment, "corrupt")) await this.retention.remove(segment);
  }
  /** Leaves the segment for later, or for another process. */
  release(segment) {
    segment.inUse = false;
  }
  /** Takes over what the dead have left, as far as the bounds allow. Where nothing is, it writes nothing. */
  adopt() {
    return this.exclusively(async () => {
      try {
        await this.adoption.takeAll();
        await this.retention.expire();
        await this.retention.evictExcess();
      } catch (error) {
        this.pause(error);
      }
    });
  }
  /** To be called every `LEASE_RENEWAL_MS`: keeps what is ours, gives up what is too old, takes over what others have left. */
  async tend() {
    if (this.closed || this.segments.isEmpty && !this.adoption.mayHaveMore) return;
    await this.exclusively(async () => {
      if (this.segments.isEmpty) return;
      await this.parts.directory.renewLease().catch(() => {
      });
      this.segments.retrySetAside();
    });
    await this.adopt();
  }
  /** Leaves everything to whoever comes next. */
  async close() {
    this.closed = true;
    await this.exclusively(async () => {
      await seal(this.segments.growing);
      await this.parts.directory.leave();
    });
  }
  /** The segment that the records go to: the one that grows, or a new one. */
  async segmentFor(records) {
    const { options, now } = this.parts;
    const size = HEADER_BYTES + sizeOf(records);
    const { growing } = this.segments;
    const isFull = growing && growing.bytes + size > this.segments.segmentBytes;
    if (isFull || growing && now() - growing.createdMs > options.segmentAgeMs) await seal(growing);
    if (this.segments.growing === void 0) await this.adoption.glance();
    for (const evicted of this.retention.makeRoom(size, this.segments.growing ? 0 : 1))
      await this.retention.remove(evicted);
    return this.segments.growing ?? await this.begin();
  }
  async begin() {
    const { options, directory, fs: fs2, kind, now } = this.parts;
    await directory.prepare(options.fsync);
    const createdMs = now();
    const path = directory.newSegment(createdMs);
    const file = await fs2.create(path);
    const segment = this.segments.add({ path, createdMs, bytes: HEADER_BYTES, unsettled: 0, file });
    await file.append([segmentHeader(kind)]);
    if (options.fsync) await directory.sync();
    return segment;
  }
  setAside(segment, error) {
    segment.setAside = true;
    this.release(segment);
    this.parts.report("spool", `${segment.path} cannot be read now: ${error.message}`);
  }
  /** What a process still says in its `exit` event comes one by one, and would be as many files. */
  growSaved(records) {
    const { saved, segments } = this;
    const size = sizeOf(records);
    if (saved === void 0 || !segments.has(saved) || saved.inUse) return void 0;
    if (saved.bytes + size > this.segmentBytes || !segments.hasRoomFor(size, 0)) return void 0;
    try {
      this.parts.fs.sync.append(saved.path, encode(records), saved.bytes);
    } catch {
      return void 0;
    }
    saved.bytes += size;
    return saved;
  }
  writeSaved(records) {
    const { kind, directory, fs: fs2, now } = this.parts;
    const bytes = HEADER_BYTES + sizeOf(records);
    for (const { path: path2 } of this.retention.makeRoom(bytes, 1)) this.retention.removeSync(path2);
    directory.prepareSync();
    const createdMs = now();
    const path = directory.newSegment(createdMs);
    fs2.sync.write(path, [segmentHeader(kind), ...encode(records)]);
    return this.segments.add({ path, createdMs, bytes, unsettled: 0, file: void 0 });
  }
  pause(error) {
    this.pausedUntil = this.parts.now() + DISK_PAUSE_MS;
    const { message } = error;
    this.parts.report("spool", `the spool cannot be used: ${message}; what is not sent is held in memory alone`);
  }
  /** One after another, because all of them read the list of segments, wait for the disk, and then change the list. */
  exclusively(work) {
    const result = this.working.then(work);
    this.working = result.catch(() => {
    });
    return result;
  }
};

// ../../work/wt/logs/packages/otlp/src/spool/create-overflow.ts
function createOverflow({ options, fs: fs2, processes, now }, { signal, contentType, sendable, transport, retry, collector, ...pipeline }) {
  const { queue, ledger, report, observer } = pipeline;
  const encoding = contentType === "application/json" ? "json" : "protobuf";
  const directory = new SpoolDirectory(options.dir, signal, fs2, processes, now);
  const spool = new Spool({ options, kind: { signal, encoding }, sendable, directory, fs: fs2, now, ledger, report });
  const settlement = new Settlement(ledger, report, observer);
  const copies2 = new Copies(spool, settlement, () => replay.start());
  const patient = { ...retry, maxElapsedMs: Number.POSITIVE_INFINITY };
  const sender = new RetryingSender(transport, patient, {
    onRetry: (message) => report("unreachable", `${message}; trying again, what was not sent is kept on disk`),
    // It waits on disk already.
    waitingRoom: { canTake: false, isDiverting: false },
    collector
  });
  const replay = new Replay({
    spool,
    sender,
    settlement,
    isFreshWaiting: () => !overflow.isDiverting && queue.isWaiting,
    onAnswer: () => overflow.end(),
    onIdle: () => overflow.endUnlessCopied()
  });
  const overflow = new Overflow({ ...pipeline, spool, replay, copies: copies2 });
  return overflow;
}

// ../../work/wt/logs/packages/otlp/src/signal-pipeline.ts
var EXPLANATIONS2 = {
  shutdown: "what ends after the shutdown is dropped",
  too_large: "a single item above 16 MiB was dropped",
  invalid: "an item that cannot be encoded was dropped",
  queue_full: "more is held in memory than maxQueueBytes or maxQueueItems allows, new batches are dropped",
  disk_full: "memory is full and the spool cannot be written, new batches are dropped"
};
var SignalPipeline = class {
  ledger = new Ledger();
  report;
  retry;
  queue;
  loop;
  overflow;
  batcher;
  observer;
  closing;
  isSavingAll = false;
  constructor({ name, resource, options, format, transport, spool, onProblem, observer }) {
    const ownContext = new OwnContext();
    this.report = problemReporter(name, displayEndpoint(options.endpoint), onProblem);
    const { ledger, report } = this;
    const queue = new BatchQueue(options.maxQueueBytes, options.maxQueueItems);
    const frame2 = new ResourceFrame(resource, format);
    const { retry, maxInFlight } = options;
    const collector = newCollectorState();
    const overflow = spool && createOverflow(spool, {
      signal: name,
      contentType: format.contentType,
      sendable: options.protocol === "grpc" ? ["protobuf"] : ["protobuf", "json"],
      queue,
      frame: frame2,
      transport,
      retry,
      collector,
      ledger,
      report,
      observer,
      ownContext,
      onPassable: () => this.loop.schedule()
    });
    const sender = new RetryingSender(transport, retry, {
      onRetry: (message) => report("unreachable", `${message}; trying again, what was not sent is held in memory`),
      collector,
      ...overflow && { waitingRoom: overflow }
    });
    const settlement = new Settlement(ledger, report, observer);
    this.queue = queue;
    this.retry = sender;
    this.overflow = overflow;
    this.observer = observer;
    this.loop = new ExportLoop({ queue, frame: frame2, sender, settlement, ownContext, maxInFlight, detour: overflow });
    this.batcher = new Batcher(format, options.batch, ownContext, (batch) => this.hold(batch));
    overflow?.open();
  }
  /** Takes one ended item. Never throws. */
  accept(item) {
    this.ledger.created++;
    const refused = this.closing === void 0 ? this.batcher.add(item) : "shutdown";
    if (refused !== void 0) this.refuse(refused, 1);
    else if (this.isSavingAll) this.saveSync(true);
  }
  /** Counts one item that is not to be sent. */
  sampleOut() {
    this.ledger.sampleOut();
  }
  /**
   * Resolves when all that was accepted before is delivered, kept on disk, or counted as dropped, as soon as it is clear that nothing listens
   * at the other end, or else at the deadline.
   */
  async flush(timeoutMs) {
    this.batcher.close();
    const hurry = this.retry.hurry();
    this.overflow?.wake();
    await within(timeoutMs, Promise.race([this.queue.drained(), hurry.refused]));
    hurry.end();
  }
  /** What is on its way no longer keeps the process from ending. */
  letGo() {
    this.retry.letGo();
  }
  /** Gives everything held one attempt; what is still held at the deadline is kept on disk, or dropped and counted. */
  shutdown(timeoutMs) {
    this.closing ??= this.close(timeoutMs);
    return this.closing;
  }
  stats() {
    const open = this.batcher.held;
    const queued = this.queue.held;
    const memory = { items: open.items + queued.items, bytes: open.bytes + queued.bytes };
    return this.ledger.stats(memory, this.overflow?.held);
  }
  measures() {
    return {
      stats: this.stats(),
      queued: this.batcher.held.items + this.queue.fresh,
      refused: this.ledger.refused
    };
  }
  /** Writes all that is held in memory, and from a final call on all that is accepted, to disk at once. Returns how many items that were. Never throws. */
  saveSync(isFinal = false) {
    if (this.overflow === void 0) return 0;
    this.isSavingAll ||= isFinal;
    const closed = this.overflow.saveSync();
    if (this.queue.held.items > 0) return closed;
    this.batcher.close();
    return closed + this.overflow.saveSync();
  }
  async close(timeoutMs) {
    const deadline = performance.now() + timeoutMs;
    this.batcher.close();
    this.retry.finish();
    await within(timeoutMs, Promise.all([this.queue.drained(), this.overflow?.stop()]));
    this.saveSync();
    const { fresh } = this.queue;
    const abandoned = this.queue.abandon();
    this.ledger.refuse("shutdown", fresh);
    this.ledger.drop("shutdown", abandoned - fresh);
    if (abandoned > 0) this.report("shutdown", `${abandoned} dropped: still held at the deadline of the shutdown`);
    this.retry.close();
    if (this.overflow) await within(deadline - performance.now(), this.overflow.close());
    this.observer?.closed();
  }
  hold(batch) {
    this.observer?.batched();
    if (this.queue.push(batch)) {
      this.loop.schedule();
      this.overflow?.schedule();
    } else {
      this.refuse(this.overflow?.canTake === false ? "disk_full" : "queue_full", batch.items);
    }
  }
  refuse(reason, items) {
    this.ledger.refuse(reason, items);
    this.report(reason, EXPLANATIONS2[reason] ?? reason);
  }
};

// ../../work/wt/logs/packages/otlp/src/spool/options.ts
var MIB2 = 1024 * 1024;
function resolveSpool(options) {
  const { dir, fsync = true } = options;
  if (typeof dir !== "string" || dir === "" || dir.includes("\0")) fail2("dir must be the path of a directory");
  const maxBytes = atLeast("maxBytes", options.maxBytes ?? 256 * MIB2, 64 * 1024);
  const maxAgeMs = atLeast("maxAgeMs", options.maxAgeMs ?? 3 * 864e5, 1);
  const maxFiles = atLeast("maxFiles", options.maxFiles ?? 1e3, 2);
  const segmentBytes = Math.min(4 * MIB2, maxBytes / 8);
  return { dir, maxBytes, maxAgeMs, maxFiles, fsync, segmentBytes, segmentAgeMs: Math.min(6e5, maxAgeMs / 8) };
}
function atLeast(name, value, least) {
  return value >= least ? value : fail2(`${name} is ${value}, it must be a number, and ${least} at the least`);
}
function fail2(message) {
  throw new OtlpOptionsError(`spool: ${message}`);
}

// ../../work/wt/logs/packages/otlp/src/spool/processes.ts
var import_node_crypto = require("node:crypto");
var import_node_fs3 = require("node:fs");
var import_node_os2 = require("node:os");
var UNKNOWN_START = "0";
var nodeProcesses = {
  newOwner() {
    return {
      machine: machineId(),
      pid: process.pid,
      startTime: startTimeOf(process.pid) ?? UNKNOWN_START,
      nonce: (0, import_node_crypto.randomBytes)(4).toString("hex")
    };
  },
  fateOf({ machine, pid, startTime }) {
    if (machine !== machineId()) return "unknown";
    if (!isRunning(pid)) return "dead";
    if (startTime === UNKNOWN_START) return "unknown";
    if (startTimeOf(pid) !== startTime) return "dead";
    return pid === process.pid ? "unknown" : "alive";
  }
};
function machineId() {
  const bootId = attempt(() => (0, import_node_fs3.readFileSync)("/proc/sys/kernel/random/boot_id", "latin1").trim());
  const pidNamespace = attempt(() => (0, import_node_fs3.readlinkSync)("/proc/self/ns/pid"));
  return (0, import_node_crypto.createHash)("sha256").update(`${(0, import_node_os2.hostname)()}\0${bootId}\0${pidNamespace}`).digest("hex").slice(0, 16);
}
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
function startTimeOf(pid) {
  const stat = attempt(() => (0, import_node_fs3.readFileSync)(`/proc/${pid}/stat`, "latin1"));
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
function attempt(work) {
  try {
    return work();
  } catch {
    return void 0;
  }
}

// ../../work/wt/logs/packages/otlp/src/pipeline.ts
var TRACE_EXPORT = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
var LOGS_EXPORT = "/opentelemetry.proto.collector.logs.v1.LogsService/Export";
var SAMPLED = 1;
var FLUSH_TIMEOUT_MS = 3e4;
var SHUTDOWN_TIMEOUT_MS = 2e3;
function createOtlpPipeline(options) {
  const follower = new MeterFollower(options.meterProvider);
  const sampling = new SamplingCount(() => traces?.sampleOut());
  const shared = { ...options, follower, sampling };
  const traces = options.traces && signalPipeline("traces", options.traces, shared, TRACE_EXPORT, protobufSpans, jsonSpans);
  const logs3 = options.logs && signalPipeline("logs", options.logs, shared, LOGS_EXPORT, protobufLogRecords, jsonLogRecords);
  follower.look();
  return {
    spanProcessor: {
      onStart() {
      },
      onEnd(span) {
        if ((span.spanContext().traceFlags & SAMPLED) !== 0) traces?.accept(span);
        else traces?.sampleOut();
      },
      forceFlush: async () => traces?.flush(FLUSH_TIMEOUT_MS),
      shutdown: async () => traces?.shutdown(SHUTDOWN_TIMEOUT_MS)
    },
    logRecordProcessor: {
      onEmit(record) {
        logs3?.accept(record);
      },
      forceFlush: async ({ timeoutMillis = FLUSH_TIMEOUT_MS } = {}) => logs3?.flush(timeoutMillis),
      shutdown: async () => logs3?.shutdown(SHUTDOWN_TIMEOUT_MS)
    },
    countedSampler: (sampler) => traces ? sampling.wrap(sampler) : sampler,
    async flush({ timeoutMs = FLUSH_TIMEOUT_MS } = {}) {
      await Promise.all([traces?.flush(timeoutMs), logs3?.flush(timeoutMs)]);
    },
    letGo() {
      traces?.letGo();
      logs3?.letGo();
    },
    async shutdown({ timeoutMs = SHUTDOWN_TIMEOUT_MS } = {}) {
      await Promise.all([traces?.shutdown(timeoutMs), logs3?.shutdown(timeoutMs)]);
    },
    saveSync: ({ isFinal = false } = {}) => (traces?.saveSync(isFinal) ?? 0) + (logs3?.saveSync(isFinal) ?? 0),
    stats: () => ({ traces: (traces ?? UNUSED).stats(), logs: (logs3 ?? UNUSED).stats() })
  };
}
var UNUSED = { stats: () => new Ledger().stats() };
function signalPipeline(name, signalOptions, { resource, onProblem, spool: spoolOptions, follower, sampling }, grpcMethod, protobuf, json) {
  const options = resolveSignal(name, signalOptions);
  const spool = spoolOptions && {
    options: resolveSpool(spoolOptions),
    fs: nodeFs,
    processes: nodeProcesses,
    now: Date.now
  };
  const measures = () => pipeline.measures();
  const observer = observeSignal({ name, options, hasSpool: spool !== void 0, sampling, measures }, follower);
  const parts = { name, resource, options, spool, onProblem, observer };
  const pipeline = options.protocol === "http/json" ? new SignalPipeline({ ...parts, format: json, transport: new HttpSender(options, json.contentType) }) : new SignalPipeline({
    ...parts,
    format: protobuf,
    transport: transportFor(options, grpcMethod, protobuf.contentType)
  });
  return pipeline;
}
function transportFor(options, grpcMethod, contentType) {
  return options.protocol === "grpc" ? new GrpcSender(options, grpcMethod) : new HttpSender(options, contentType);
}

// ../../work/wt/logs/packages/logger/src/attribute-limits.ts
var DEFAULT_LIMITS = {
  maxDepth: 8,
  maxProperties: 128,
  maxLength: 32768,
  maxBytes: 131072
};
function resolveLimits(limits) {
  return limits === void 0 ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...limits };
}

// ../../work/wt/logs/packages/logger/src/attribute-map.ts
var AttributeMap = function AttributeMap2() {
};
AttributeMap.prototype = /* @__PURE__ */ Object.create(null);

// ../../work/wt/logs/packages/logger/src/conversion.ts
var import_node_util3 = require("node:util");

// ../../work/wt/logs/packages/logger/src/exception.ts
var import_node_util2 = require("node:util");
var MAX_CAUSES = 10;
function isError(value) {
  if (typeof value !== "object" || value === null) return false;
  try {
    return import_node_util2.types.isNativeError(value) || value instanceof Error;
  } catch {
    return false;
  }
}
function describeException(error, maxLength) {
  return {
    type: typeOf(error).slice(0, maxLength),
    message: text(readProperty(error, "message")).slice(0, maxLength),
    stacktrace: stackWithCauses(error, []).slice(0, maxLength)
  };
}
function readProperty(source, key) {
  try {
    return source[key];
  } catch (thrown) {
    return throwsMark(thrown);
  }
}
function throwsMark(thrown) {
  try {
    return `[Throws: ${String(isError(thrown) ? thrown.message : thrown).slice(0, 200)}]`;
  } catch {
    return "[Throws]";
  }
}
function typeOf(error) {
  const name = text(readProperty(error, "name"));
  if (name !== "Error" && name !== "") return name;
  const errorClass = readProperty(error, "constructor");
  return typeof errorClass === "function" && text(readProperty(errorClass, "name")) || "Error";
}
function stackWithCauses(error, seen) {
  seen.push(error);
  let stack = text(readProperty(error, "stack")) || `${typeOf(error)}: ${text(readProperty(error, "message"))}`;
  for (const cause of causesOf(error)) {
    if (seen.length === MAX_CAUSES) break;
    if (!isError(cause)) stack += `
Caused by: ${text(cause)}`;
    else if (!seen.includes(cause)) stack += `
Caused by: ${stackWithCauses(cause, seen)}`;
  }
  return stack;
}
function causesOf(error) {
  const cause = readProperty(error, "cause");
  const causes = cause === void 0 || cause === null ? [] : [cause];
  try {
    const { errors } = error;
    return Array.isArray(errors) ? causes.concat(errors.slice(0, MAX_CAUSES)) : causes;
  } catch {
    return causes;
  }
}
function text(value) {
  if (typeof value === "string") return value;
  if (value === void 0 || value === null) return "";
  return typeof value === "object" || typeof value === "function" ? `[${typeof value}]` : String(value);
}

// ../../work/wt/logs/packages/logger/src/conversion.ts
var VALUE_OVERHEAD_BYTES = 16;
function keysOf(object) {
  try {
    return Object.keys(object);
  } catch {
    return [];
  }
}
var Conversion = class {
  #limits;
  /** Made for the first object: most records have none. */
  #ancestors;
  #remainingBytes;
  constructor(limits) {
    this.#limits = limits;
    this.#remainingBytes = limits.maxBytes;
  }
  value(value) {
    if (value === void 0 || value === null) return value;
    if (this.#remainingBytes <= 0) return "[Truncated]";
    this.#remainingBytes -= VALUE_OVERHEAD_BYTES;
    switch (typeof value) {
      case "boolean":
      case "number":
        return value;
      case "string":
        return this.#string(value);
      case "bigint":
        return Number.isSafeInteger(Number(value)) ? Number(value) : this.#string(value.toString());
      case "symbol":
        return this.#string(String(value));
      default:
        return this.#object(value);
    }
  }
  /** Converts one property. @returns whether there was something to write */
  set(target, key, value) {
    if (value === void 0 || key === "" || key === "__proto__") return false;
    target[key === "constructor" ? "[constructor]" : this.#string(key)] = this.value(value);
    return true;
  }
  copyProperties(source, keys, target) {
    let kept = 0;
    for (const key of keys) {
      if (this.isFull(kept)) {
        this.markTruncated(target);
        break;
      }
      if (this.set(target, key, readProperty(source, key))) kept++;
    }
    return target;
  }
  /** Writes an error as the semantic conventions' `exception.*`. */
  setException(target, error) {
    const { type, message, stacktrace } = this.#describe(error);
    target["exception.type"] = type;
    target["exception.message"] = message;
    target["exception.stacktrace"] = stacktrace;
  }
  /** Whether an object or array of which `kept` entries are written may have no more. */
  isFull(kept) {
    return kept === this.#limits.maxProperties || this.#remainingBytes <= 0;
  }
  markTruncated(target) {
    target["[Truncated]"] = true;
  }
  #object(object) {
    try {
      const leaf = this.#leaf(object);
      if (leaf !== void 0) return leaf;
      this.#ancestors ??= [];
      if (this.#ancestors.includes(object)) return "[Circular]";
      if (this.#ancestors.length === this.#limits.maxDepth) return "[Depth]";
      this.#ancestors.push(object);
      try {
        return this.#container(object);
      } finally {
        this.#ancestors.pop();
      }
    } catch (thrown) {
      return throwsMark(thrown);
    }
  }
  /** The built-in methods are called on their prototypes, since a subclass may have replaced them. */
  #leaf(object) {
    if (typeof object === "function")
      return this.#string(`[Function: ${object.name || "anonymous"}]`);
    if (ArrayBuffer.isView(object)) return this.#bytes(object.buffer, object.byteOffset, object.byteLength);
    if (import_node_util3.types.isAnyArrayBuffer(object)) return this.#bytes(object, 0, object.byteLength);
    if (import_node_util3.types.isDate(object)) {
      return Number.isNaN(Date.prototype.getTime.call(object)) ? "Invalid Date" : Date.prototype.toISOString.call(object);
    }
    if (import_node_util3.types.isRegExp(object)) return this.#string(RegExp.prototype.toString.call(object));
    return void 0;
  }
  #container(object) {
    if (Array.isArray(object)) return this.#items(object, object.length);
    if (isError(object)) return Object.assign(new AttributeMap(), this.#describe(object));
    if (import_node_util3.types.isMap(object)) return this.#map(object);
    if (import_node_util3.types.isSet(object)) return this.#items(Set.prototype.values.call(object), object.size);
    if (import_node_util3.types.isBoxedPrimitive(object)) return this.value(object.valueOf());
    const { toJSON } = object;
    const json = typeof toJSON === "function" ? toJSON.call(object) : object;
    return json === object ? this.copyProperties(object, Object.keys(object), new AttributeMap()) : this.value(json);
  }
  #items(items, length) {
    const target = [];
    for (const item of items) {
      if (this.isFull(target.length)) {
        target.push(`[Truncated: ${length - target.length} more]`);
        break;
      }
      target.push(this.value(item) ?? null);
    }
    return target;
  }
  #map(map) {
    const target = new AttributeMap();
    let kept = 0;
    for (const [key, value] of Map.prototype.entries.call(map)) {
      if (this.isFull(kept)) {
        this.markTruncated(target);
        break;
      }
      const name = typeof key === "object" ? Object.prototype.toString.call(key) : String(key);
      if (this.set(target, name, value)) kept++;
    }
    return target;
  }
  #describe(error) {
    const exception = describeException(error, this.#limits.maxLength);
    this.#remainingBytes -= exception.message.length + exception.stacktrace.length;
    return exception;
  }
  #string(text2) {
    const kept = text2.length > this.#limits.maxLength ? `${text2.slice(0, this.#limits.maxLength)}\u2026` : text2;
    this.#remainingBytes -= kept.length;
    return kept;
  }
  /** A copy, since the app may reuse the buffer before the record is exported. */
  #bytes(buffer, offset, length) {
    const kept = Math.min(length, this.#limits.maxLength);
    this.#remainingBytes -= kept;
    return new Uint8Array(buffer, offset, kept).slice();
  }
};

// ../../work/wt/logs/packages/logger/src/log-handle.ts
var import_api17 = require("@opentelemetry/api");
var import_api_logs5 = require("@opentelemetry/api-logs");

// ../../work/wt/logs/packages/logger/src/emitter.ts
var import_api15 = require("@opentelemetry/api");
var import_api_logs3 = require("@opentelemetry/api-logs");
var Emitter = class {
  #name;
  #version;
  #fixedProvider;
  #reported = /* @__PURE__ */ new Set();
  #provider;
  #logger;
  constructor(name, version2, provider) {
    this.#name = name;
    this.#version = version2;
    this.#fixedProvider = provider;
  }
  /** Never throws: a broken provider or processor is reported, and costs the app its record alone. */
  emit(record) {
    try {
      this.#resolve().emit(record);
    } catch (error) {
      this.reportOnce("a log record could not be emitted", error);
    }
  }
  /** `problem` is a constant of ours, so that the set of those reported is bounded. */
  reportOnce(problem, ...details) {
    if (this.#reported.has(problem)) return;
    this.#reported.add(problem);
    import_api15.diag.warn(`logger ${this.#name}: ${problem}`, ...details);
  }
  /**
   * The provider is looked up for each record, since the proxies of the API follow only a provider that is registered
   * through the same copy of the API, and loggers are mostly created before there is any.
   */
  #resolve() {
    const provider = this.#fixedProvider ?? import_api_logs3.logs.getLoggerProvider();
    if (this.#logger === void 0 || provider !== this.#provider) {
      this.#provider = provider;
      this.#logger = provider.getLogger(this.#name, this.#version);
    }
    return this.#logger;
  }
};

// ../../work/wt/logs/packages/logger/src/levels.ts
var import_api_logs4 = require("@opentelemetry/api-logs");
var SEVERITY_NUMBERS = {
  trace: import_api_logs4.SeverityNumber.TRACE,
  debug: import_api_logs4.SeverityNumber.DEBUG,
  info: import_api_logs4.SeverityNumber.INFO,
  warn: import_api_logs4.SeverityNumber.WARN,
  error: import_api_logs4.SeverityNumber.ERROR,
  fatal: import_api_logs4.SeverityNumber.FATAL
};
function isLevel(level) {
  return typeof level === "string" && Object.hasOwn(SEVERITY_NUMBERS, level);
}
var Threshold = class {
  level;
  severityNumber;
  constructor(level) {
    this.level = level;
    this.severityNumber = severityOf2(level);
  }
  set(level) {
    this.level = level;
    this.severityNumber = severityOf2(level);
  }
};
function severityOf2(level) {
  return level === "silent" ? Number.POSITIVE_INFINITY : SEVERITY_NUMBERS[level];
}

// ../../work/wt/logs/packages/logger/src/record-attributes.ts
var import_node_util4 = require("node:util");
function recordAttributes(conversion, bindings, error, details) {
  const attributes = Object.assign(new AttributeMap(), bindings);
  let others;
  let exception = error;
  for (const detail of details) {
    if (isError(detail)) {
      if (exception === void 0) exception = detail;
      else others = [...others ?? [], detail];
    } else if (isAttributes(detail)) {
      exception = copyAttributes(conversion, detail, attributes, exception);
    } else if (detail !== void 0 && detail !== null) {
      others = [...others ?? [], detail];
    }
  }
  if (others !== void 0) conversion.set(attributes, "details", others);
  if (exception !== void 0) conversion.setException(attributes, exception);
  return attributes;
}
function copyAttributes(conversion, source, target, exception) {
  let kept = 0;
  let found = exception;
  for (const key of keysOf(source)) {
    if (conversion.isFull(kept)) {
      conversion.markTruncated(target);
      break;
    }
    const value = readProperty(source, key);
    if (found === void 0 && isError(value)) found = value;
    else if (conversion.set(target, key, value)) kept++;
  }
  return found;
}
function isAttributes(detail) {
  return typeof detail === "object" && detail !== null && (import_node_util4.types.isProxy(detail) || !Array.isArray(detail));
}

// ../../work/wt/logs/packages/logger/src/trace-context.ts
var import_api16 = require("@opentelemetry/api");
var TRACEPARENT_LENGTH = 55;
var KNOWN_FLAGS = 3;
function parseTraceparent(header) {
  if (typeof header !== "string" || header.length < TRACEPARENT_LENGTH) return void 0;
  if (header[2] !== "-" || header[35] !== "-" || header[52] !== "-") return void 0;
  const version2 = header.slice(0, 2);
  if (!isLowerHex(version2) || version2 === "ff") return void 0;
  if (header.length > TRACEPARENT_LENGTH && (version2 === "00" || header[TRACEPARENT_LENGTH] !== "-")) return void 0;
  const traceId = header.slice(3, 35);
  const spanId = header.slice(36, 52);
  const flags = header.slice(53, 55);
  if (!isLowerHex(traceId) || !isLowerHex(spanId) || !isLowerHex(flags)) return void 0;
  if (!(0, import_api16.isValidTraceId)(traceId) || !(0, import_api16.isValidSpanId)(spanId)) return void 0;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & KNOWN_FLAGS, isRemote: true };
}
function spanContextOf(traceId, spanId) {
  if (typeof traceId !== "string" || !(0, import_api16.isValidTraceId)(traceId)) return void 0;
  if (spanId !== void 0 && (typeof spanId !== "string" || !(0, import_api16.isValidSpanId)(spanId))) return void 0;
  return {
    traceId: traceId.toLowerCase(),
    spanId: spanId?.toLowerCase() ?? import_api16.INVALID_SPANID,
    traceFlags: import_api16.TraceFlags.SAMPLED
  };
}
function contextOf(spanContext) {
  return import_api16.trace.setSpanContext(import_api16.context.active(), spanContext);
}
function isLowerHex(text2) {
  for (let i = 0; i < text2.length; i++) {
    const code = text2.charCodeAt(i);
    const isDigit = code >= 48 && code <= 57;
    const isLowerAToF = code >= 97 && code <= 102;
    if (!isDigit && !isLowerAToF) return false;
  }
  return true;
}

// ../../work/wt/logs/packages/logger/src/log-handle.ts
var NOOP = () => {
};
var NO_ATTRIBUTES2 = Object.freeze(new AttributeMap());
function createLogger(options) {
  const { name, version: version2, level, provider, attributes, limits } = typeof options === "string" ? { name: options } : options;
  const root = { emitter: new Emitter(name, version2, provider), limits: resolveLimits(limits) };
  const bindings = attributes === void 0 ? NO_ATTRIBUTES2 : bind(NO_ATTRIBUTES2, attributes, root.limits);
  const logger = new LogHandle(root, void 0, bindings, void 0);
  if (level !== void 0) logger.level = level;
  return logger;
}
var LogHandle = class _LogHandle {
  #root;
  #bindings;
  #context;
  #threshold;
  #ownsThreshold;
  #methods;
  constructor(root, threshold, bindings, context7) {
    this.#root = root;
    this.#threshold = threshold ?? new Threshold("info");
    this.#ownsThreshold = threshold === void 0;
    this.#bindings = bindings;
    this.#context = context7;
  }
  get trace() {
    return this.#method("trace");
  }
  get debug() {
    return this.#method("debug");
  }
  get info() {
    return this.#method("info");
  }
  get warn() {
    return this.#method("warn");
  }
  get error() {
    return this.#method("error");
  }
  get fatal() {
    return this.#method("fatal");
  }
  event(name, attributes) {
    if (!this.isLevelEnabled("info")) return;
    const conversion = new Conversion(this.#root.limits);
    this.#root.emitter.emit({
      eventName: name,
      severityNumber: import_api_logs5.SeverityNumber.INFO,
      severityText: "info",
      attributes: attributes === void 0 ? this.#bindings : recordAttributes(conversion, this.#bindings, void 0, [attributes]),
      context: this.#context ?? import_api17.context.active()
    });
  }
  child(attributes) {
    return this.#with(bind(this.#bindings, attributes, this.#root.limits), this.#context);
  }
  withTrace(traceId, spanId) {
    const spanContext = spanContextOf(traceId, spanId);
    if (spanContext === void 0) {
      this.#root.emitter.reportOnce("withTrace was given an id that is not valid");
      return this.#with(this.#bindings, this.#context);
    }
    const bindings = spanId === void 0 ? bind(this.#bindings, { trace_id: spanContext.traceId }, this.#root.limits) : this.#bindings;
    return this.#with(bindings, contextOf(spanContext));
  }
  withTraceparent(header) {
    const spanContext = parseTraceparent(header);
    if (spanContext === void 0 && header !== void 0)
      this.#root.emitter.reportOnce("withTraceparent was given a header that is not valid");
    return this.#with(this.#bindings, spanContext === void 0 ? this.#context : contextOf(spanContext));
  }
  isLevelEnabled(level) {
    return SEVERITY_NUMBERS[level] >= this.#threshold.severityNumber;
  }
  get level() {
    return this.#threshold.level;
  }
  set level(level) {
    if (level !== "silent" && !isLevel(level)) {
      this.#root.emitter.reportOnce(
        "the level is none of trace, debug, info, warn, error, fatal, silent, and is ignored"
      );
    } else if (this.#ownsThreshold) {
      this.#threshold.set(level);
    } else {
      this.#threshold = new Threshold(level);
      this.#ownsThreshold = true;
    }
  }
  #with(bindings, context7) {
    return new _LogHandle(this.#root, this.#threshold, bindings, context7);
  }
  #method(level) {
    if (SEVERITY_NUMBERS[level] < this.#threshold.severityNumber) return NOOP;
    this.#methods ??= {};
    this.#methods[level] ??= (message, ...details) => this.#write(level, message, details);
    return this.#methods[level];
  }
  #write(level, message, details) {
    const conversion = new Conversion(this.#root.limits);
    const error = isError(message) ? message : void 0;
    this.#root.emitter.emit({
      severityNumber: SEVERITY_NUMBERS[level],
      severityText: level,
      body: conversion.value(error ? readProperty(error, "message") : message),
      attributes: error === void 0 && details.length === 0 ? this.#bindings : recordAttributes(conversion, this.#bindings, error, details),
      context: this.#context ?? import_api17.context.active()
    });
  }
};
function bind(bindings, attributes, limits) {
  const bound = Object.assign(new AttributeMap(), bindings);
  return Object.freeze(new Conversion(limits).copyProperties(attributes, keysOf(attributes), bound));
}

// mb.ts
var import_resources = __toESM(require_src2());
var import_context_async_hooks = __toESM(require_src3());
var import_api18 = __toESM(require_src4());
var http = require("node:http");
import_api18.context.setGlobalContextManager(new import_context_async_hooks.AsyncLocalStorageContextManager().enable());
var mode = process.argv[2];
var N = 4e4;
async function main() {
  const noopLogger = { emit() {
  }, enabled: () => true };
  const limits = { attributeCount: 128, attributeValueLength: Infinity };
  const resource = (0, import_resources.resourceFromAttributes)({ a: "b" });
  let provider = { getLogger: () => noopLogger };
  let server;
  if (mode.includes("record")) provider = new RecordingLoggerProvider({ resource, limits, keepsNothing: !process.env.KEEP, processors: [{ onEmit() {
  }, forceFlush: async () => {
  }, shutdown: async () => {
  } }] });
  if (mode.includes("encode")) {
    const p = createOtlpPipeline({ resource, logs: { endpoint: `http://127.0.0.1:1`, protocol: "http/protobuf", batch: { maxItems: +(process.env.B ?? 512) } } });
    const signal = p.logRecordProcessor;
    const batcher = p;
    provider = new RecordingLoggerProvider({ resource, limits, keepsNothing: !process.env.KEEP, processors: [signal] });
  }
  if (mode.includes("ship")) {
    const port = +process.env.PORT;
    const p = createOtlpPipeline({ resource, logs: { endpoint: `http://127.0.0.1:${port}/v1/logs`, protocol: "http/protobuf", batch: { maxItems: +(process.env.B ?? 512) } } });
    provider = new RecordingLoggerProvider({ resource, limits, keepsNothing: !process.env.KEEP, processors: [p.logRecordProcessor] });
  }
  let work;
  if (mode.startsWith("pino")) {
    const bridge = mode === "pino-bare" ? void 0 : new PinoBridge({ addIds: !mode.includes("noids"), forward: !mode.includes("noforward") });
    bridge?.setLoggerProvider(provider);
    const pino = require("/work/main/benchmarks/node_modules/pino");
    const root = pino(pino.destination("/dev/null"));
    const log = root;
    work = (i) => log.info({ orderId: i, customer: "acme", total: 12.5 }, "order placed");
  } else if (mode.startsWith("emit")) {
    const logger = provider.getLogger("x");
    work = (i) => logger.emit({ severityNumber: 9, severityText: "INFO", body: "order placed", attributes: { orderId: i, customer: "acme", total: 12.5 } });
  } else {
    const logger = createLogger({ name: "x", provider });
    work = (i) => logger.info("order placed", { orderId: i, customer: "acme", total: 12.5 });
  }
  const out = [];
  for (let r = 0; r < (+process.env.R || 40); r++) {
    const c = process.cpuUsage();
    for (let b = 0; b < N; b += 500) {
      const span = import_api18.trace.wrapSpanContext({ traceId: (1e15 + b).toString(16).padStart(32, "a"), spanId: (1e10 + b).toString(16).padStart(16, "b"), traceFlags: 1 });
      import_api18.context.with(import_api18.trace.setSpan(import_api18.context.active(), span), () => {
        for (let i = 0; i < 500; i++) work(i);
      });
      await new Promise((r2) => setImmediate(r2));
    }
    const d = process.cpuUsage(c);
    if (r > 6) out.push((d.user + d.system) / N);
  }
  console.log(mode.padEnd(28), out.sort((a, b) => a - b).slice(0, 5).map((x) => x.toFixed(2)).join(" "));
  process.exit(0);
}
main();
