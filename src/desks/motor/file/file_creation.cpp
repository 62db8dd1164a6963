#include "desks/motor/file/file_creation.hpp"

#include "base/words.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/cabinet/cabinet.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/file/file_repairer.hpp"

namespace motor::file {
namespace {

constexpr base::Word<Mode> modes[] = {
    {Mode::on_site, "on_site", "Sur place"},
    {Mode::remote, "remote", "À distance (EAD)"},
};

void fill(File& file, const Particulars& said) {
  file.claim_day = said.claim_day;
  file.inspection_day = said.inspection_day;
  file.insured = said.insured;
  file.vehicle = said.vehicle;
  file.insurer = said.insurer;
  file.principal = said.principal;
  file.claim_number = said.claim_number;
  file.place = said.place;
}

}  // namespace

std::string_view to_text(Mode mode) { return base::word_of(modes, mode).text; }
std::optional<Mode> mode_from_text(std::string_view text) { return base::value_of(modes, text); }
std::string_view label(Mode mode) { return base::word_of(modes, mode).label; }

base::Outcome<FileId> create(platform::Act& act, const identity::Actor& cabinet, const Particulars& said) {
  const auto firm = cabinet::find(act.tx, cabinet.organisation);
  if (!firm) return not_enrolled;
  if (find_by_reference(act.tx, cabinet.organisation, said.reference))
    return base::Refusal{reference_taken, "reference", {said.reference}};
  File file{};
  file.id = {act.ids.next()};
  file.cabinet = cabinet.organisation;
  file.cabinet_code = firm->code;
  file.created = file.state_since = act.now;
  file.created_by = cabinet.account;
  file.reference = said.reference;
  file.siret = said.siret ? said.siret->text() : std::string();
  file.repairer = attachment::repairer_of(act.tx, file.cabinet, file.siret);
  fill(file, said);
  insert(act.tx, file);
  remark(act, file, "created");
  if (said.mode == Mode::remote) {
    const auto moved = apply(act, file, Event::remote_chosen);
    MANDAT_ASSERT(moved);  // from Attente de RDV
  }
  return file.id;
}

base::Outcome<base::Done> correct(platform::Act& act, const identity::Actor& cabinet, FileId id,
                                  const Particulars& said) {
  auto file = find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  fill(*file, said);
  save(act.tx, *file);
  remark(act, *file, "corrected");
  const bool moved = (said.siret ? said.siret->text() : std::string()) != file->siret;
  if (moved) return entrust(act, cabinet, id, said.siret);
  return base::Done{};
}

}  // namespace motor::file
