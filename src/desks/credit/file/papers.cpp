#include "desks/credit/file/papers.hpp"

#include <algorithm>

#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"

namespace credit::file {
namespace {

using Reach = PaperKind::Reach;

constexpr std::string_view subject = "credit.placement";

// Of documents that other acts attach.
constexpr std::pair<std::string_view, std::string_view> other_labels[] = {
    {"advice", "Conseil remis au client"},
    {"comparison", "Comparatif remis au client"},
    {"policy", "Police à signer"},
    {"signed_policy", "Police signée"},
    {"signature_evidence", "Preuve de la signature"},
};

const PaperKind* find(std::string_view kind) {
  const auto& kinds = kept_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const PaperKind& one) { return one.text == kind; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<PaperKind>& kept_kinds() {
  static const std::vector<PaperKind> kinds{{"placement_mandate", "Mandat de placement signé", Reach::parties},
                                            {"kbis", "Extrait Kbis", Reach::parties},
                                            {"accounts", "Comptes annuels", Reach::parties},
                                            {"current_policy", "Police actuelle", Reach::parties},
                                            {"identity_paper", "Pièce d’identité", Reach::broker},
                                            {"insurer_quote", "Proposition d’un assureur", Reach::broker},
                                            {"placement_paper", "Autre pièce", Reach::broker}};
  return kinds;
}

std::string_view paper_label(std::string_view kind) {
  if (const auto* kept = find(kind)) return kept->label;
  for (const auto& [text, label] : other_labels)
    if (text == kind) return label;
  return "Document";
}

bool shown_to_company(std::string_view kind) {
  const auto* kept = find(kind);
  return kept == nullptr || kept->reach == Reach::parties;
}

base::Outcome<base::Done> keep_paper(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                     std::string_view kind, const documents::Prepared& paper) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto placement = placement::find(act.tx, id, broker);
    if (!placement) return placement::unknown_placement;
    const auto* known = find(kind);
    if (known == nullptr) return base::Refusal{kind_missing, "kind"};
    documents::attach(act, paper,
                      {.owner = placement->broker,
                       .file = file_of(id),
                       .subject_kind = subject,
                       .subject_id = id.value,
                       .kind = known->text});
    audit::record(act, {"credit.placement.paper_kept", file_of(id), {{"kind", std::string(known->text)}}});
    return base::Done{};
  });
}

}  // namespace credit::file
