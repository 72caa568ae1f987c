import accessibilityAxeViolations from './accessibility/axe-violations.ts'
import accessibilityCertificationBadge from './accessibility/certification-badge.ts'
import accessibilityGuideBricks from './accessibility/guide-bricks.ts'
import accessibilityKeyboard from './accessibility/keyboard.ts'
import accessibilityMachineCodes from './accessibility/machine-codes.ts'
import accessibilityOpenFormatAlternative from './accessibility/open-format-alternative.ts'
import accessibilityPageLanguage from './accessibility/page-language.ts'
import accessibilityReflow from './accessibility/reflow.ts'
import accessibilitySkipLink from './accessibility/skip-link.ts'
import type { Check } from './check.ts'
import classificationByInformationType from './classification/by-information-type.ts'
import classificationMetadataPresent from './classification/metadata-present.ts'
import classificationMetadataValid from './classification/metadata-valid.ts'
import classificationSearchEntry from './classification/search-entry.ts'
import classificationThreeAxesCovered from './classification/three-axes-covered.ts'
import contentNoEvidentErrors from './content/no-evident-errors.ts'
import contentNotExpired from './content/not-expired.ts'
import contentSourcesCited from './content/sources-cited.ts'
import declarationsMatchedBySite from './declarations/matched-by-site.ts'
import disclosureArticle7Items from './disclosure/article7-items.ts'
import disclosureCatalogue from './disclosure/catalogue.ts'
import disclosureSectionPresent from './disclosure/section-present.ts'
import disclosureServiceInformation from './disclosure/service-information.ts'
import documentsEditableOfferedAsOdf from './documents/editable-offered-as-odf.ts'
import documentsFinalAsPdf from './documents/final-as-pdf.ts'
import documentsFormatMatchesContent from './documents/format-matches-content.ts'
import documentsPdfUsable from './documents/pdf-usable.ts'
import freshnessLastUpdatedShown from './freshness/last-updated-shown.ts'
import freshnessUpdatePolicyPublished from './freshness/update-policy-published.ts'
import freshnessUpdatedAsPromised from './freshness/updated-as-promised.ts'
import layoutHomeUsable from './layout/home-usable.ts'
import linksExternalResolve from './links/external-resolve.ts'
import linksFragmentsResolve from './links/fragments-resolve.ts'
import linksHijackSuspect from './links/hijack-suspect.ts'
import linksInternalResolve from './links/internal-resolve.ts'
import linksSpotCheckFifteen from './links/spot-check-fifteen.ts'
import linksTitleMatchesTarget from './links/title-matches-target.ts'
import openDataDatasetsOffered from './open-data/datasets-offered.ts'
import participationChannelsOffered from './participation/channels-offered.ts'
import participationRepliesShown from './participation/replies-shown.ts'
import participationRulesPublished from './participation/rules-published.ts'
import publicationInspectionResults from './publication/inspection-results.ts'
import publicationPerformanceReport from './publication/performance-report.ts'
import publicationSelfAssessment from './publication/self-assessment.ts'
import publicationServiceQualityPlan from './publication/service-quality-plan.ts'
import publicationServiceQualityPlanForm from './publication/service-quality-plan-form.ts'
import searchFormPresent from './search/form-present.ts'
import searchHelpOffered from './search/help-offered.ts'
import searchMethodsOffered from './search/methods-offered.ts'
import searchResultsUsable from './search/results-usable.ts'
import searchWorks from './search/works.ts'
import servicesCaseQuery from './services/case-query.ts'
import servicesCrossPlatform from './services/cross-platform.ts'
import servicesForeignLanguage from './services/foreign-language.ts'
import servicesFormInventory from './services/form-inventory.ts'
import servicesKindsOffered from './services/kinds-offered.ts'
import servicesPrivacyNotice from './services/privacy-notice.ts'
import servicesProcedureInformation from './services/procedure-information.ts'
import transportCertificateChain from './transport/certificate-chain.ts'
import transportProtocolVersion from './transport/protocol-version.ts'

/** Every check there is, in the order of the report. */
export const checks: readonly Check[] = [
  disclosureSectionPresent,
  disclosureArticle7Items,
  disclosureCatalogue,
  disclosureServiceInformation,
  publicationServiceQualityPlan,
  publicationServiceQualityPlanForm,
  publicationSelfAssessment,
  publicationInspectionResults,
  publicationPerformanceReport,
  documentsEditableOfferedAsOdf,
  documentsFinalAsPdf,
  documentsFormatMatchesContent,
  documentsPdfUsable,
  contentNoEvidentErrors,
  contentNotExpired,
  contentSourcesCited,
  freshnessUpdatePolicyPublished,
  freshnessLastUpdatedShown,
  freshnessUpdatedAsPromised,
  linksInternalResolve,
  linksFragmentsResolve,
  linksExternalResolve,
  linksTitleMatchesTarget,
  linksHijackSuspect,
  classificationMetadataPresent,
  classificationMetadataValid,
  classificationThreeAxesCovered,
  classificationByInformationType,
  classificationSearchEntry,
  participationChannelsOffered,
  participationRepliesShown,
  participationRulesPublished,
  openDataDatasetsOffered,
  searchFormPresent,
  searchWorks,
  searchMethodsOffered,
  searchHelpOffered,
  searchResultsUsable,
  servicesKindsOffered,
  servicesProcedureInformation,
  servicesFormInventory,
  servicesCaseQuery,
  servicesForeignLanguage,
  servicesPrivacyNotice,
  servicesCrossPlatform,
  layoutHomeUsable,
  accessibilityAxeViolations,
  accessibilityMachineCodes,
  accessibilityOpenFormatAlternative,
  accessibilityGuideBricks,
  accessibilitySkipLink,
  accessibilityKeyboard,
  accessibilityPageLanguage,
  accessibilityReflow,
  accessibilityCertificationBadge,
  transportCertificateChain,
  transportProtocolVersion,
  linksSpotCheckFifteen,
  declarationsMatchedBySite,
]
