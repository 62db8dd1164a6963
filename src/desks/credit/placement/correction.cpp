#include "desks/credit/placement/correction.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/words.hpp"
#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/messages.hpp"

namespace credit::placement {
namespace {

constexpr base::Word<Part> part_words[] = {
    {Part::company_name, "company_name", "nom de l’entreprise"},
    {Part::siren, "siren", "SIREN"},
    {Part::size, "size", "taille"},
    {Part::contact_name, "contact_name", "nom du contact"},
    {Part::contact_email, "contact_email", "e-mail"},
    {Part::contact_phone, "contact_phone", "téléphone"},
    {Part::need, "need", "demande"},
    {Part::notes, "notes", "notes"},
};
constexpr std::string_view vigilance_word = "vigilance";

bool about_company(Part part) {
  return part == Part::company_name || part == Part::siren || part == Part::size || part == Part::need;
}

bool changed(Part part, const Placement& a, const Placement& b) {
  switch (part) {
    case Part::company_name:
      return a.company.name != b.company.name;
    case Part::siren:
      return a.company.siren != b.company.siren;
    case Part::size:
      return a.company.size != b.company.size;
    case Part::contact_name:
      return a.contact.name != b.contact.name;
    case Part::contact_email:
      return a.contact.email != b.contact.email;
    case Part::contact_phone:
      return a.contact.phone != b.contact.phone;
    case Part::need:
      return a.need != b.need;
    case Part::notes:
      break;
  }
  return a.notes != b.notes;
}

Placement corrected(Placement placement, const FirstContact& typed) {
  // Who holds the step was named after the company.
  if (placement.waiting_for == WaitingFor::company && placement.waiting_name == placement.company.name)
    placement.waiting_name = typed.company.name;
  placement.company = typed.company;
  placement.contact = typed.contact;
  placement.need = typed.need;
  placement.notes = typed.notes;
  return placement;
}

bool may_take(db::Transaction& tx, const Placement& placement, identity::AccountId colleague) {
  const auto members = identity::members(tx, placement.broker);
  return std::any_of(members.begin(), members.end(), [&](const identity::Member& member) {
    return member.account == colleague && identity::at_least(member.role, identity::Role::member);
  });
}

base::Refusals objections(db::Transaction& tx, const Placement& before, const Placement& after, const Corrected& done) {
  base::Refusals refusals;
  if (done.company && company_is_fixed(before.step, before.waiting_for)) refusals.push_back({company_fixed});
  if (needs_address(before.step) && !before.contact.email.empty() && after.contact.email.empty())
    refusals.push_back({address_needed, "contact_email"});
  if (done.handed_over && !may_take(tx, before, after.handled_by))
    refusals.push_back({unknown_colleague, "handled_by"});
  return refusals;
}

// C37.corrected: what was checked of the former one says nothing of this one.
bool reopen_vigilance(platform::Act& act, PlacementId id) {
  auto kept = acceptance::vigilance_of(act.tx, id);
  auto& file = kept.file;
  if (!file.identity_checked && file.screening == acceptance::Screening::not_done && file.override_reason.empty())
    return false;
  file.identity_checked.reset();
  file.screening = acceptance::Screening::not_done;
  file.override_reason.clear();
  kept.screened_on.reset();
  kept.override_by = {};
  acceptance::save(act.tx, id, kept, act.now);
  return true;
}

void tell_colleague(platform::Act& act, const Placement& placement, const identity::Actor& by) {
  if (placement.handled_by == by.account) return;
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = placement.broker, .account = placement.handled_by},
                          .subject = "Dossier confié : " + placement.company.name,
                          .body = by.name + " vous confie le dossier " + placement.reference + ".",
                          .file = file_of(placement.id)});
}

std::string fields_of(const std::vector<Part>& parts) {
  std::string fields;
  for (const Part part : parts) fields += (fields.empty() ? "" : " ") + std::string(to_text(part));
  return fields;
}

}  // namespace

std::string_view to_text(Part part) { return base::word_of(part_words, part).text; }
std::string_view label(Part part) { return base::word_of(part_words, part).label; }

std::vector<Part> changes(const Placement& before, const Placement& after) {
  std::vector<Part> found;
  for (const Part part : all_parts)
    if (changed(part, before, after)) found.push_back(part);
  return found;
}

bool another_company(const Company& before, const Company& after) {
  const bool other_siren = !before.siren.empty() && before.siren != after.siren;
  return other_siren || base::fold(before.name) != base::fold(after.name);
}

base::Outcome<Corrected> correct(platform::Platform& platform, const identity::Actor& broker, PlacementId id,
                                 const FirstContact& typed, identity::AccountId handled_by) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<Corrected> {
    const auto before = find(act.tx, id, broker);
    if (!before) return unknown_placement;
    Placement after = corrected(*before, typed);
    after.handled_by = handled_by;
    Corrected done{.parts = changes(*before, after), .handed_over = handled_by != before->handled_by};
    done.company = std::any_of(done.parts.begin(), done.parts.end(), about_company);
    if (auto refusals = objections(act.tx, *before, after, done); !refusals.empty()) return refusals;
    if (done.parts.empty() && !done.handed_over) return done;
    save(act.tx, after);
    if (another_company(before->company, after.company)) done.vigilance_again = reopen_vigilance(act, id);
    if (!done.parts.empty()) {
      std::string fields = fields_of(done.parts);
      if (done.vigilance_again) fields.append(" ").append(vigilance_word);
      audit::record(act, {"credit.placement.corrected", file_of(id), {{"fields", std::move(fields)}}});
    }
    if (done.handed_over) {
      audit::record(act, {"credit.placement.handed_over", file_of(id), {{"to", std::to_string(handled_by.value)}}});
      tell_colleague(act, after, broker);
    }
    return done;
  });
}

void note_corrected(platform::Act& act, PlacementId id, const std::vector<Part>& parts) {
  audit::record(act, {"credit.placement.corrected", file_of(id), {{"fields", fields_of(parts)}}});
}

std::string words_of(const std::vector<Part>& parts) {
  std::string words;
  for (const Part part : parts) words += (words.empty() ? "" : ", ") + std::string(label(part));
  return words;
}

std::string corrected_words(std::string_view fields) {
  std::vector<Part> known;
  std::string more;
  for (const auto field : base::split(fields, ' ')) {
    if (const auto part = base::value_of(part_words, field)) known.push_back(*part);
    if (field == vigilance_word) more = " ; vigilance à refaire";
  }
  return words_of(known) + more;
}

}  // namespace credit::placement
