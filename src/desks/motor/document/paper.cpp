#include "desks/motor/document/paper.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/words.hpp"

namespace motor::document {
namespace {

constexpr base::Word<Kind> kinds[] = {
    {Kind::quote, "quote", "DEVIS"},
    {Kind::invoice, "invoice", "FACTURE"},
    {Kind::wheel_alignment, "wheel_alignment", "CONTROLE DE GEOMETRIE"},
    {Kind::roadworthiness, "roadworthiness", "DERNIER CONTROLE TECHNIQUE"},
    {Kind::part_invoice, "part_invoice", "FACTURE D'ACHAT DE PIECE"},
    {Kind::other, "other", "AUTRE DOCUMENT"},
    {Kind::provisional_report, "provisional_report", "RAPPORT PROVISOIRE"},
    {Kind::report, "report", "RAPPORT DEFINITIF"},
    {Kind::payment_agreement, "payment_agreement", "PRISE EN CHARGE"},
    {Kind::conformity_report, "conformity_report", "RAPPORT DE CONFORMITE"},
    {Kind::debt_assignment, "debt_assignment", "CESSION DE CREANCE"},
};
static_assert(std::size(kinds) == kind_count);

// Title within a sentence, its gender, and what its name begins with when the firm posts it.
struct Spoken {
  Kind kind;
  std::string_view title;
  bool feminine;
  std::string_view file_name;
};
constexpr Spoken spoken[] = {
    {Kind::quote, "Devis", false, "DEVIS"},
    {Kind::invoice, "Facture", true, "FACTURE"},
    {Kind::wheel_alignment, "Contrôle de géométrie", false, "GEOMETRIE"},
    {Kind::roadworthiness, "Dernier contrôle technique", false, "CONTROLE_TECHNIQUE"},
    {Kind::part_invoice, "Facture d’achat de pièce", true, "FACTURE_PIECE"},
    {Kind::other, "Autre document", false, "DOCUMENT"},
    {Kind::provisional_report, "Rapport provisoire", false, "RAPPORT_PROVISOIRE"},
    {Kind::report, "Rapport définitif", false, "RAPPORT"},
    {Kind::payment_agreement, "Prise en charge", true, "PRISE_EN_CHARGE"},
    {Kind::conformity_report, "Rapport de conformité", false, "RAPPORT_CONFORMITE"},
    {Kind::debt_assignment, "Cession de créance", true, "CESSION_DE_CREANCE"},
};
static_assert(std::size(spoken) == kind_count);

const Spoken& spoken_of(Kind kind) {
  return *std::find_if(std::begin(spoken), std::end(spoken), [kind](const Spoken& row) { return row.kind == kind; });
}

constexpr base::Word<Verdict> verdicts[] = {
    {Verdict::none, "none", "à juger"},
    {Verdict::compliant, "compliant", "conforme"},
    {Verdict::non_compliant, "non_compliant", "non-conforme"},
};
constexpr base::Word<Agreement> agreements[] = {
    {Agreement::none, "none", "sans réponse"},
    {Agreement::agreed, "agreed", "accord"},
    {Agreement::disagreed, "disagreed", "désaccord"},
};

}  // namespace

std::string_view to_text(Kind kind) { return base::word_of(kinds, kind).text; }
std::optional<Kind> kind_from_text(std::string_view text) { return base::value_of(kinds, text); }
std::string_view label(Kind kind) { return base::word_of(kinds, kind).label; }
std::string_view title(Kind kind) { return spoken_of(kind).title; }

std::string_view to_text(Verdict verdict) { return base::word_of(verdicts, verdict).text; }
std::optional<Verdict> verdict_from_text(std::string_view text) { return base::value_of(verdicts, text); }
std::string_view to_text(Agreement agreement) { return base::word_of(agreements, agreement).text; }
std::optional<Agreement> agreement_from_text(std::string_view text) { return base::value_of(agreements, text); }

std::string sent_sentence(const Paper& paper) {
  const Spoken& said = spoken_of(paper.kind);
  const base::Day day = base::paris::day_of(paper.at);
  return fmt::format("{} \"{}{}\" a été {} le {:02}-{:02}-{:04}", said.feminine ? "Une" : "Un", said.title,
                     paper.verdict == Verdict::non_compliant ? " non-conforme" : "",
                     said.feminine ? "envoyée" : "envoyé", day.day_of_month(), day.month(), day.year());
}

std::string posted_name(Kind kind, std::string_view cabinet_code, std::string_view reference, std::int64_t number) {
  std::string plain;
  for (const char c : reference) {
    const bool kept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    plain += kept ? c : '-';
  }
  return fmt::format("{}_{}_{}_{}.pdf", spoken_of(kind).file_name, cabinet_code, plain, number);
}

bool concerns(const Paper& paper, const file::File& file) { return !paper.repairer || paper.repairer == file.repairer; }

std::optional<Paper> latest_report(const std::vector<Paper>& papers) {
  std::optional<Paper> latest;
  for (const auto& paper : papers)
    if (paper.way == Way::posted && is_report(paper.kind)) latest = paper;
  return latest;
}

}  // namespace motor::document
