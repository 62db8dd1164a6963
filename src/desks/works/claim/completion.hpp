// What a claim learns after its declaration: its insurer, the insured's own details, photos and papers (W10, W24).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/claim/declaration.hpp"

namespace works::claim {

inline constexpr base::Rule completion_rules[] = {
    MANDAT_RULE("W10.completed",
                "A claim is completed at any time after its declaration: the insurer and its claim number, the "
                "insured's name, phone and e-mail, photos and papers by kind; the firm that holds a job is told, and "
                "the insured's link follows his address"),
    MANDAT_RULE("W24.papers",
                "The quote that the insured signed and his payment delegation are kept with the job they belong to, "
                "and shown to its firm alone, as long as it holds that job"),
};

inline constexpr base::Figure<int> most_documents{"W10.most_documents", 200};  // brought by the broker to one claim

inline constexpr RefusalCode documents_missing{RefusalKind::invalid, "works.documents.missing"};
inline constexpr RefusalCode kind_of_document_missing{RefusalKind::invalid, "works.documents.kind_missing"};
inline constexpr RefusalCode too_many_documents{RefusalKind::invalid, "works.documents.too_many"};  // {0}: how many

// Kinds of documents that a broker brings; the words of what was changed stand in the fact, never the data.
namespace document_kind {
inline constexpr std::string_view photo = "photo";
inline constexpr std::string_view claim_document = "claim_document";
inline constexpr std::string_view insurer_paper = "insurer_paper";  // of the insurer or his expert: the broker's own
inline constexpr std::string_view signed_quote = "signed_quote";
inline constexpr std::string_view payment_delegation = "payment_delegation";
}  // namespace document_kind

base::Outcome<base::Done> complete_insurer(platform::Platform& platform, const identity::Actor& broker, ClaimId claim,
                                           const InsurerFacts& insurer);
base::Outcome<base::Done> correct_insured(platform::Platform& platform, const identity::Actor& broker, ClaimId claim,
                                          const Insured& insured);
// Within an act on that claim: saves it, says what changed, tells the firms that hold its jobs. False: nothing did.
bool put_insured(platform::Act& act, Claim& claim, const Insured& insured);

// `mandate`: of a paper that belongs to one job (W24). The same file of the same kind again is not added twice; how
// many were.
struct Addition {
  std::string kind;
  MandateId mandate = {};
  std::vector<documents::Prepared> files;
};
base::Outcome<int> add_documents(platform::Platform& platform, const identity::Actor& broker, ClaimId claim,
                                 const Addition& addition);

}  // namespace works::claim
