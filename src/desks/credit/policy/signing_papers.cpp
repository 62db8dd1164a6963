// The sealed policy and its sealed evidence, kept before the signature is recorded (C11).
#include "base/french.hpp"
#include "desks/credit/policy/policy_paper.hpp"
#include "desks/credit/policy/signing.hpp"
#include "floor/documents/own_file.hpp"
#include "floor/papers/house_seal.hpp"

namespace credit::policy {
namespace {

bool sealed_already(std::string_view pdf) { return pdf.find("/ByteRange") != std::string_view::npos; }

}  // namespace

// A PDF that its insurer sealed keeps that seal, and the evidence alone bears ours.
base::Outcome<Signing> signing_papers(platform::Platform& platform, const Opened& opened, const SignedFrom& where) {
  const auto seal = [&](std::string_view pdf) {
    return papers::seal_by_house(
        pdf, platform.settings,
        {.name = platform.settings.product_name,
         .reason = "Police n° " + opened.policy.number + ", signée le " + base::french::instant_medium(where.at),
         .at = where.at});
  };
  const auto original = documents::bytes_of(platform.documents, opened.document);
  const auto sealed = documents::keep_own_pdf(platform.documents, opened.policy.broker,
                                              sealed_already(original) ? original : seal(original),
                                              "police-signee-" + opened.placement.reference + ".pdf");
  if (!sealed) return sealed.refusals();
  const auto evidence =
      documents::keep_own_pdf(platform.documents, opened.policy.broker,
                              seal(evidence_pdf({opened.placement, opened.policy, opened.signature, opened.broker,
                                                 opened.document.filename, sealed->sha256, where.at, where.address})),
                              "preuve-" + opened.placement.reference + ".pdf");
  if (!evidence) return evidence.refusals();
  return Signing{where.at, where.address, *sealed, *evidence};
}

}  // namespace credit::policy
