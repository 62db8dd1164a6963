#include "desks/credit/acceptance/advice_rules.hpp"

#include "base/text.hpp"
#include "base/words.hpp"

namespace credit::acceptance {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C36",
                "Before acceptance the file holds the placement mandate, the broker's information (ORIAS, supervisor, "
                "complaints, links with insurers, remuneration), the needs, a reasoned recommendation and the "
                "client's acknowledgement of it; what is missing is listed"),
    MANDAT_RULE(
        "C36.held",
        "Once an offer is proposed its advice changes no more until the proposal is taken back or the acceptance "
        "retracted; whatever is changed then is to be acknowledged anew"),
    MANDAT_RULE("C36.signature",
                "A policy is neither sent for signature nor signed unless the client has acknowledged the advice as it "
                "stands"),
};

constexpr base::Word<Advice> words[] = {
    {Advice::placement_mandate, "placement_mandate", "Mandat de placement signé"},
    {Advice::orias, "orias", "Numéro ORIAS du courtier"},
    {Advice::supervisor, "supervisor", "Autorité de contrôle"},
    {Advice::complaints, "complaints", "Voie de réclamation et médiateur"},
    {Advice::insurer_links, "insurer_links", "Liens avec les assureurs"},
    {Advice::remuneration, "remuneration", "Rémunération du courtier"},
    {Advice::needs, "needs", "Besoins du client"},
    {Advice::recommendation, "recommendation", "Conseil motivé"},
    {Advice::acknowledgement, "acknowledgement", "Accusé de réception du client"},
};

bool told(const std::string& text) { return !base::trim(text).empty(); }

}  // namespace

std::string_view to_text(Advice part) { return base::word_of(words, part).text; }
std::string_view label(Advice part) { return base::word_of(words, part).label; }

std::vector<Advice> missing(const AdviceFile& file) {
  const bool recommended = told(file.recommendation) && file.recommended;
  const bool acknowledged = recommended && file.acknowledged && *file.acknowledged >= *file.recommended;
  const struct {
    Advice part;
    bool there;
  } parts[] = {
      {Advice::placement_mandate, file.mandate_signed.has_value()},
      {Advice::orias, told(file.orias)},
      {Advice::supervisor, told(file.supervisor)},
      {Advice::complaints, told(file.complaints)},
      {Advice::insurer_links, told(file.insurer_links)},
      {Advice::remuneration, told(file.remuneration)},
      {Advice::needs, told(file.needs)},
      {Advice::recommendation, recommended},
      {Advice::acknowledgement, acknowledged},
  };
  std::vector<Advice> absent;
  for (const auto& [part, there] : parts)
    if (!there) absent.push_back(part);
  return absent;
}

bool advice_open(placement::Step step) {
  return placement::open(step) && placement::number_of(step) < placement::number_of(placement::Step::acceptance);
}

AdviceFile amended(const AdviceFile& before, AdviceFile typed, base::Instant now) {
  typed.recommended = before.recommended;
  typed.acknowledged = before.acknowledged;
  if (typed == before) return before;
  if (typed.recommendation != before.recommendation)
    typed.recommended = typed.recommendation.empty() ? std::nullopt : std::optional(now);
  typed.acknowledged.reset();
  return typed;
}

std::span<const base::Rule> advice_rules() { return rows; }

}  // namespace credit::acceptance
