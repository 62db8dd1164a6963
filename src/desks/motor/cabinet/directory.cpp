#include "desks/motor/cabinet/directory.hpp"

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/organisations_by_id.hpp"
#include "floor/joining/firm.hpp"

namespace motor::cabinet {
namespace {

// As it stands in the names of documents: ATMOS.
std::string code_of(std::string_view typed) {
  std::string code = base::squeeze(typed);
  for (char& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return code;
}

void fact(platform::Act& act, std::string_view code, const Cabinet& cabinet) {
  audit::record(act,
                {.code = code,
                 .details = {{"organisation", std::to_string(cabinet.organisation.value)}, {"code", cabinet.code}}});
}

members::Invited person_of(const web::Fields& typed) {
  return {typed.get("email"), typed.get("name"), identity::Role::manager};
}

void append(base::Refusals& all, const base::Refusals& some) { all.insert(all.end(), some.begin(), some.end()); }

// The organisation of that SIREN, made when there is none; it is an adjusting firm from now on.
identity::OrganisationId organisation_for(platform::Act& act, const web::Fields& typed, const base::Siret& siret) {
  const auto kind = identity::OrganisationKind::adjusting_firm;
  if (const auto there = identity::organisation_with(act.tx, base::siren_of(siret))) {
    identity::add_kind(act.tx, *there, kind);
    return *there;
  }
  const auto made = identity::create_organisation(
      act, {.name = base::squeeze(typed.get("company")), .kinds = {kind}, .siren = base::siren_of(siret)});
  MANDAT_ASSERT(made.ok());  // the form named it, and its SIREN is nobody's
  return *made;
}

}  // namespace

base::Outcome<identity::OrganisationId> open(platform::Act& act, const web::Fields& typed) {
  base::Refusals refusals;
  joining::check_name(typed, "company", refusals);
  const auto siret = joining::check_siret(typed, "siret", refusals);
  joining::check_postal_code(typed, "postal_code", refusals);
  const auto there = siret ? identity::organisation_with(act.tx, base::siren_of(*siret)) : std::nullopt;
  if (there && find(act.tx, *there)) refusals.push_back({known, "siret"});
  Cabinet cabinet{there.value_or(identity::OrganisationId{}), code_of(typed.get("code"))};
  if (const auto fits = check_code(act.tx, cabinet); !fits) append(refusals, fits.refusals());
  append(refusals, members::check(person_of(typed)));
  if (!refusals.empty()) return refusals;
  const auto organisation = cabinet.organisation = organisation_for(act, typed, *siret);
  if (const auto enrolled = enrol(act.tx, cabinet); !enrolled) return enrolled.refusals();
  if (const auto invited = members::invite(act, organisation, person_of(typed)); !invited) return invited.refusals();
  joining::establishment_for(act, organisation, *siret, base::PostalCode::parse(typed.get("postal_code")).value());
  fact(act, "motor.cabinet.opened", cabinet);
  return organisation;
}

base::Outcome<base::Done> change_code(platform::Act& act, identity::OrganisationId id, std::string_view typed) {
  const auto before = find(act.tx, id);
  if (!before) return unknown;
  const Cabinet cabinet{id, code_of(typed)};
  if (auto done = enrol(act.tx, cabinet); !done) return done;
  if (cabinet.code != before->code) fact(act, "motor.cabinet.renamed", cabinet);
  return base::Done{};
}

base::Outcome<base::Done> invite(platform::Act& act, identity::OrganisationId cabinet, const web::Fields& typed) {
  if (!find(act.tx, cabinet)) return unknown;
  const auto invited = members::invite(act, cabinet, person_of(typed));
  if (!invited) return invited.refusals();
  return base::Done{};
}

std::vector<Listed> directory(db::Transaction& tx) {
  const auto cabinets = all(tx);
  std::vector<identity::OrganisationId> ids;
  for (const auto& one : cabinets) ids.push_back(one.organisation);
  const auto organisations = identity::organisations(tx, ids);
  const auto people = identity::first_members(tx, ids);
  std::vector<Listed> listed;
  for (const auto& one : cabinets) {
    const auto person = people.find(one.organisation);
    listed.push_back({one, organisations.at(one.organisation),
                      person == people.end() ? std::nullopt : std::optional(person->second)});
  }
  return listed;
}

}  // namespace motor::cabinet
