#include "desks/motor/file/file_creation.hpp"

#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/cabinet/cabinet.hpp"
#include "desks/motor/file/file_history.hpp"

namespace motor::file {
namespace {

void fill(db::Transaction& tx, File& file, const Particulars& said) {
  file.reference = said.reference;
  file.siret = said.siret ? said.siret->text() : std::string();
  file.repairer = attachment::repairer_of(tx, file.cabinet, file.siret);
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
  fill(act.tx, file, said);
  insert(act.tx, file);
  remark(act, file, "created");
  return file.id;
}

base::Outcome<base::Done> correct(platform::Act& act, const identity::Actor& cabinet, FileId id,
                                  const Particulars& said) {
  auto file = find(act.tx, id);
  if (!file || file->cabinet != cabinet.organisation) return unknown;
  const std::string siret = file->siret;
  const std::string reference = file->reference;
  fill(act.tx, *file, said);
  file->reference = reference;  // what others know the file by does not change
  save(act.tx, *file);
  remark(act, *file, file->siret == siret ? "corrected" : "repairer_changed");
  return base::Done{};
}

}  // namespace motor::file
