#include "floor/audit/detail_words.hpp"

#include <algorithm>
#include <utility>

#include "base/french.hpp"
#include "base/whole_number.hpp"

namespace audit {
namespace {

enum class Kind {
  text,
  cents,
  day,
  moment,        // ISO 8601, UTC
  organisation,  // its id
  person,        // the account's id
  id,            // of anything else
};
struct Word {
  std::string_view key, label;
  Kind kind;
};

constexpr Word words[] = {
    {"account", "compte", Kind::person},
    {"active", "actif", Kind::text},
    {"amount", "montant", Kind::cents},
    {"attempt", "tentative", Kind::text},
    {"batch", "remise", Kind::id},
    {"bill", "facture", Kind::id},
    {"billing", "autofacturation", Kind::text},
    {"buyers", "acheteurs", Kind::text},
    {"by", "par", Kind::text},
    {"changed", "changé", Kind::text},
    {"channel", "canal", Kind::text},
    {"chosen", "choisi", Kind::text},
    {"closed", "espaces fermés", Kind::text},
    {"code", "code", Kind::text},
    {"day", "jour", Kind::day},
    {"deadline", "échéance", Kind::id},
    {"delivered", "remis", Kind::text},
    {"document", "document", Kind::text},
    {"documents", "documents", Kind::text},
    {"effective_on", "applicable au", Kind::day},
    {"entry", "écriture", Kind::id},
    {"fault", "cause", Kind::text},
    {"fields", "champs", Kind::text},
    {"file", "fichier", Kind::id},
    {"firm", "entreprise", Kind::organisation},
    {"from", "de", Kind::moment},
    {"ground", "motif", Kind::text},
    {"insurer", "assureur", Kind::text},
    {"item", "point", Kind::text},
    {"kind", "nature", Kind::text},
    {"line", "mouvement", Kind::id},
    {"lot", "lot", Kind::id},
    {"lots", "lots", Kind::text},
    {"made", "nouveau lot", Kind::id},
    {"mandate", "mandat", Kind::id},
    {"matched", "rapprochés", Kind::text},
    {"message", "message", Kind::text},
    {"most", "au plus", Kind::text},
    {"organisation", "organisation", Kind::organisation},
    {"over", "par", Kind::text},
    {"paper", "pièce", Kind::id},
    {"papers", "pièces", Kind::text},
    {"photo", "photo", Kind::id},
    {"quarter", "trimestre du", Kind::day},
    {"reason", "motif", Kind::text},
    {"reference", "référence", Kind::text},
    {"return", "retour", Kind::id},
    {"reversal", "contre-passation", Kind::id},
    {"role", "rôle", Kind::text},
    {"round", "tour", Kind::text},
    {"rule", "règle", Kind::text},
    {"sha256", "empreinte", Kind::text},
    {"siren", "SIREN", Kind::text},
    {"siret", "SIRET", Kind::text},
    {"slot", "emplacement", Kind::text},
    {"state", "état", Kind::text},
    {"statement", "relevé", Kind::id},
    {"task", "tâche", Kind::id},
    {"task_kind", "nature", Kind::text},
    {"template", "texte", Kind::text},
    {"text", "texte", Kind::text},
    {"to", "à", Kind::moment},
    {"trade", "métier", Kind::text},
    {"turnover", "chiffre d’affaires", Kind::text},
    {"unmatched", "non rapprochés", Kind::text},
    {"until", "jusqu’au", Kind::day},
    {"vat", "TVA", Kind::text},
    {"version", "version", Kind::id},
    {"warning", "avertissement", Kind::text},
};

// Values that are words of the program.
constexpr std::pair<std::string_view, std::string_view> values[] = {{"password", "mot de passe"},
                                                                    {"totp", "code du téléphone"},
                                                                    {"mail", "e-mail"},
                                                                    {"sms", "SMS"},
                                                                    {"notice", "notification"},
                                                                    {"manager", "responsable"},
                                                                    {"member", "membre"},
                                                                    {"reader", "lecteur"},
                                                                    {"yes", "oui"},
                                                                    {"no", "non"},
                                                                    {"true", "oui"},
                                                                    {"false", "non"},
                                                                    {"space", "son espace"},
                                                                    {"link", "lien"},
                                                                    {"broker", "courtier"},
                                                                    {"tradesman", "artisan"},
                                                                    {"inactivity", "inactivité"},
                                                                    {"warnings", "avertissements"}};

const Word* word_of(std::string_view key) {
  const auto found =
      std::find_if(std::begin(words), std::end(words), [&](const Word& word) { return word.key == key; });
  return found == std::end(words) ? nullptr : found;
}

std::string value_text(std::string_view value) {
  for (const auto& [code, text] : values)
    if (code == value) return std::string(text);
  return std::string(value);
}

template <class Id>
std::string named(std::string_view value, const identity::Names& names) {
  const auto id = base::whole_number(value);
  const std::string name = id ? names.of(Id{*id}) : std::string();
  return name.empty() ? "n°\u00a0" + std::string(value) : name;
}

std::string shown(Kind kind, std::string_view value, const identity::Names& names) {
  switch (kind) {
    case Kind::cents:
      if (const auto cents = base::whole_number(value)) return base::french::euros({*cents});
      break;
    case Kind::day:
      if (const auto day = base::Day::from_iso(value)) return base::french::day_medium(*day);
      break;
    case Kind::moment:
      if (const auto instant = base::instant_from_iso_utc(value)) return base::french::instant_medium(*instant);
      if (const auto day = base::Day::from_iso(value)) return base::french::day_medium(*day);
      break;
    case Kind::organisation:
      return named<identity::OrganisationId>(value, names);
    case Kind::person:
      return named<identity::AccountId>(value, names);
    case Kind::id:
      return "n°\u00a0" + std::string(value);
    case Kind::text:
      break;
  }
  return value_text(value);
}

}  // namespace

void add_named(const Details& details, std::vector<identity::OrganisationId>& organisations,
               std::vector<identity::AccountId>& accounts) {
  for (const auto& [key, value] : details) {
    const Word* word = word_of(key);
    const auto id = base::whole_number(value);
    if (word == nullptr || !id) continue;
    if (word->kind == Kind::organisation) organisations.push_back({*id});
    if (word->kind == Kind::person) accounts.push_back({*id});
  }
}

std::string details_text(const Details& details, const identity::Names& names) {
  std::string text;
  for (const auto& [key, value] : details) {
    const Word* word = word_of(key);
    if (!text.empty()) text += " · ";
    text += word == nullptr ? key + " " + value : std::string(word->label) + " " + shown(word->kind, value, names);
  }
  return text;
}

}  // namespace audit
