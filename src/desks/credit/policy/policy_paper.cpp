#include "desks/credit/policy/policy_paper.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/engine/effect.hpp"
#include "desks/credit/engine/premium.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/policy/policy_rules.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/papers/paper.hpp"

namespace credit::policy {
namespace {

namespace french = base::french;
using papers::PaperTable;
using papers::Side;
using papers::Weight;

PaperTable clause_table(const offer::Quote& quote, offer::Group group) {
  PaperTable table{.columns = {{std::string(offer::label(group)), 3}, {"", 2, Side::end}}, .rows = {}};
  for (const auto& line : offer::sheet_of(quote))
    if (line.group == group) table.rows.push_back({.cells = {line.label, line.value}});
  return table;
}

PaperTable price_table(const offer::Quote& quote) {
  const auto premium = engine::premium(quote.premium);
  MANDAT_ASSERT(premium.ok());  // judged when it was entered
  PaperTable table{.columns = {{"Estimation de la première année", 3}, {"", 2, Side::end}}, .rows = {}};
  const auto row = [&](const char* label, base::Money amount, Weight weight = Weight::plain) {
    table.rows.push_back({.cells = {label, french::euros(amount)}, .weight = weight});
  };
  row("Prime HT", premium->premium.value);
  row("Taxe sur les conventions d’assurance", premium->tax.value);
  row("Frais HT", premium->fees.value);
  row("TVA sur les frais", premium->fee_vat.value);
  row("Total", premium->total.value, Weight::strong);
  return table;
}

PaperTable limits_table(const std::vector<NamedLimit>& limits, NamedLimit::Standing standing, std::string until) {
  PaperTable table{.columns = {{"Acheteur", 4},
                               {"Pays", 2},
                               {"Identifiant", 2},
                               {"Limite", 2, Side::end},
                               {std::move(until), 2},
                               {"Conditions", 3}},
                   .rows = {}};
  for (const auto& limit : limits)
    if (limit.standing == standing)
      table.rows.push_back(
          {.cells = {limit.name, std::string(portfolio::country_name(limit.country)), limit.identifier,
                     french::euros(limit.limit), limit.valid_until ? french::day_short(*limit.valid_until) : "—",
                     limit.conditions.empty() ? "—" : limit.conditions}});
  return table;
}

void add_limits(papers::Paper& paper, const std::vector<NamedLimit>& limits) {
  paper.new_page();
  paper.heading("Annexe : limites dénommées");
  auto in_force = limits_table(limits, NamedLimit::Standing::in_force, "Valable jusqu’au");
  auto ended = limits_table(limits, NamedLimit::Standing::ended, "Terminée le");
  if (in_force.rows.empty())
    paper.paragraph("Aucune limite dénommée n’est en vigueur à la date d’établissement.");
  else
    paper.table(std::move(in_force));
  if (ended.rows.empty()) return;
  paper.heading("Limites terminées, à confirmer par l’assureur");
  paper.paragraph(
      "Accordées au test à blanc, leur validité a pris fin avant la date d’établissement : elles ne couvrent rien tant "
      "que l’assureur ne les a pas confirmées.");
  paper.table(std::move(ended));
}

std::string effect_sentence(const engine::Terms& terms) {
  const int last = engine::last_early_day(engine::effect_terms(terms));
  const auto day = std::to_string(last);
  const std::string takes_effect =
      last == 0
          ? "La police prend effet le premier du mois qui suit sa signature."
          : "Signée jusqu’au " + day + " du mois, la police prend effet le premier de ce mois ; signée après le " +
                day + ", le premier du mois suivant.";
  return takes_effect + " Elle est conclue pour un an.";
}

// In groups of eight, so that it breaks between them and no hyphen is added.
std::string grouped(std::string_view hash) {
  std::string text;
  for (std::size_t at = 0; at < hash.size(); at += 8)
    text += (text.empty() ? "" : " ") + std::string(hash.substr(at, 8));
  return text;
}

}  // namespace

std::vector<NamedLimit> limits_of(db::Transaction& tx, PlacementId id, const std::string& insurer, base::Day today) {
  using blind_test::State;
  std::vector<NamedLimit> limits;
  const auto list = blind_test::cover_list_of(tx, id);
  const auto* standings = list.of(insurer);
  if (standings == nullptr) return limits;
  for (std::size_t i = 0; i < standings->size(); ++i) {
    const auto& standing = (*standings)[i];
    if (!standing.answer || !grants(*standing.answer)) continue;
    const auto& line = list.lines[i];
    const auto& answer = *standing.answer;
    std::string conditions = answer.conditions;
    if (answer.scope == blind_test::Scope::insolvency_only)
      conditions = conditions.empty() ? "insolvabilité seule" : "insolvabilité seule ; " + conditions;
    limits.push_back(
        {line.name, line.country, line.identifier, answer.amount, std::move(conditions), answer.valid_until,
         state_of(standing, today) == State::expired ? NamedLimit::Standing::ended : NamedLimit::Standing::in_force});
  }
  std::stable_sort(limits.begin(), limits.end(), [](const auto& a, const auto& b) { return a.limit > b.limit; });
  return limits;
}

std::optional<Terms> terms_of(db::Transaction& tx, PlacementId id, const identity::Actor& actor, base::Day today) {
  const auto placement = placement::find(tx, id, actor);
  const auto accepted = placement ? offer::in_state(tx, id, offer::State::accepted) : std::nullopt;
  if (!accepted) return std::nullopt;
  auto round = offer::last_round_of(tx, accepted->id);
  return Terms{*placement, *accepted, std::move(round->quote), limits_of(tx, id, accepted->insurer, today),
               identity::organisation_name(tx, placement->broker)};
}

std::string policy_pdf(const Terms& of, const std::string& number, base::Instant now) {
  const auto& placement = of.placement;
  const auto& insurer = of.offer.insurer_name;
  papers::Paper paper({.title = "Police d’assurance-crédit n° " + number,
                       .author = insurer,
                       .subject = placement.reference,
                       .made = now,
                       .footer = insurer + " · police n° " + number});
  paper.letterhead({.sender = {insurer, "par l’intermédiaire de " + of.broker},
                    .recipient = {placement.company.name, placement.contact.name}});
  paper.title("Police d’assurance-crédit");
  paper.paragraph("Conditions particulières", Weight::strong);
  paper.facts({{"Police n°", number},
               {"Assureur", insurer},
               {"Assuré", placement.company.name},
               {"SIREN", placement.company.siren.empty() ? "à compléter" : placement.company.siren},
               {"Courtier", of.broker},
               {"Modèle", std::string(label(of.quote.premium.terms.model))},
               {"Établie le", french::day_long(base::paris::day_of(now))}});
  paper.heading("Prise d’effet");
  paper.paragraph(effect_sentence(of.quote.premium.terms));
  paper.heading("Prime");
  paper.table(price_table(of.quote));
  paper.heading("Clauses convenues");
  for (const auto group : {offer::Group::price, offer::Group::cover, offer::Group::losses, offer::Group::delays})
    paper.table(clause_table(of.quote, group));
  paper.heading("Signature");
  paper.paragraph(
      "Pour l’assuré : signature électronique par code à usage unique. Le cachet de ce fichier atteste qu’il "
      "n’a pas changé depuis ; le dossier de preuve dit qui a signé, quand et comment.");
  add_limits(paper, of.limits);
  return paper.finish();
}

std::string evidence_pdf(const Evidence& of) {
  const auto& signature = of.signature;
  const auto phone = base::Phone::parse(signature.phone);
  papers::Paper paper({.title = "Dossier de preuve, police n° " + of.policy.number,
                       .author = of.broker,
                       .subject = of.placement.reference,
                       .made = of.signed_at,
                       .footer = "Dossier de preuve · police n° " + of.policy.number});
  const auto at = [](const std::optional<base::Instant>& instant) {
    return instant ? french::instant_medium(*instant) + " (" + base::iso_utc(*instant) + ")" : std::string("—");
  };
  paper.title("Dossier de preuve");
  paper.paragraph("Signature électronique de la police n° " + of.policy.number + " " +
                  of_insurer(of.policy.insurer_name) + " par " + of.placement.company.name + ".");
  paper.heading("Le document");
  paper.facts({{"Fichier présenté", of.document_name},
               {"Empreinte SHA-256 présentée", grouped(of.policy.document_hash)},
               {"Empreinte SHA-256 du fichier scellé", grouped(of.sealed_hash)},
               {"Lu par le signataire", at(signature.read_at)}});
  paper.heading("Le signataire");
  paper.facts({{"Nom", signature.name},
               {"Pour", of.placement.company.name},
               {"E-mail", signature.email},
               {"Téléphone", phone ? phone->national() : std::string("—")}});
  paper.heading("Le code à usage unique");
  paper.facts({{"Envoyé par", signature.phone.empty() ? "e-mail" : "SMS"},
               {"Envoyé à", signature.phone.empty() ? masked_email(signature.email)
                                                    : masked_phone(phone ? phone->national() : signature.phone)},
               {"Envoyé le", at(signature.code_sent_at)},
               {"Saisi juste le", at(signature.code_verified_at)},
               {"Saisies fausses avant", french::integer(signature.code_tries)},
               {"Codes envoyés", french::integer(signature.codes_sent)}});
  paper.heading("Le consentement");
  paper.note(consent_text(of.policy.number, of.policy.insurer_name));
  paper.facts({{"Lien envoyé le", at(signature.sent_at)},
               {"Signé le", at(of.signed_at)},
               {"Depuis l’adresse", of.from.empty() ? std::string("—") : of.from}});
  return paper.finish();
}

}  // namespace credit::policy
