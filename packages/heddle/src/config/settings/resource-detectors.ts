import { listOf, withMethods } from '../reading/checks'
import { type Setting, unresolved } from '../reading/setting'

/** An official `ResourceDetector`. */
export interface ResourceDetectorLike {
  /** Called once, at start. */
  detect(config?: unknown): { attributes?: Record<string, unknown> | undefined }
}

export interface ResourceDetectorsOption {
  /**
   * Official resource detectors. What they find comes before what Heddle's own detectors find, and
   * after `service`, the variables and the app's package.json; between two of them the later one
   * wins. A detector that throws is skipped, with a warning.
   *
   * Errors: a member without `detect()`.
   * @default none
   */
  readonly resourceDetectors?: readonly ResourceDetectorLike[] | undefined
}

/** `start.ts` reads the detectors from the options. */
export const resourceDetectors: Setting<ResourceDetectorsOption> = {
  checks: { resourceDetectors: listOf(withMethods('detect')) },
  variables: {},
  resolve: unresolved,
}
