#include "desks/motor/file/file_form.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "floor/places/communes.hpp"

namespace motor::file {
namespace {

constexpr std::size_t longest_name = 120, longest_reference = 30, longest_number = 40, longest_code = 10;  // characters
constexpr std::size_t vin_length = 17;

// Stands in the names of documents (M17).
bool good_reference(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return base::is_alphanumeric(base::upper(c)) || c == '-' || c == '_' || c == '.' || c == '/' || c == ' ';
  });
}

class Reader {
 public:
  Reader(const web::Fields& form, base::Refusals& refusals) : form_(form), refusals_(refusals) {}

  std::string text(std::string_view field) const { return base::squeeze(form_.get(field)); }
  std::optional<base::Day> day(std::string_view field) {
    const std::string typed = text(field);
    if (typed.empty()) return std::nullopt;
    const auto read = base::Day::from_iso(typed);
    if (!read) refuse(bad_day, field);
    return read;
  }
  template <class T>
  std::string checked(std::string_view field, RefusalCode code) {
    const std::string typed = text(field);
    if (typed.empty()) return {};
    const auto read = T::parse(typed);
    if (!read) refuse(code, field);
    return read ? read->text() : typed;
  }
  std::string phone(std::string_view field, const std::string& postal_code) {
    const std::string typed = text(field);
    if (typed.empty()) return {};
    const auto read = base::Phone::parse(typed, postal_code);
    if (!read) refuse(bad_phone, field);
    return read ? read->e164() : typed;
  }
  void refuse(RefusalCode code, std::string_view field) { refusals_.push_back({code, std::string(field)}); }

 private:
  const web::Fields& form_;
  base::Refusals& refusals_;
};

struct Bound {
  std::string_view field;
  const std::string& text;
  std::size_t most;
};

void check_lengths(const Particulars& said, base::Refusals& refusals) {
  const Bound bounds[] = {
      {field::insured, said.insured.name, longest_name}, {field::make, said.vehicle.make, longest_name},
      {field::model, said.vehicle.model, longest_name},  {field::insurer, said.insurer.name, longest_name},
      {field::principal, said.principal, longest_name},  {field::claim_number, said.claim_number, longest_number},
      {field::place, said.place.name, longest_name}};
  for (const Bound& bound : bounds)
    if (base::count_code_points(bound.text) > bound.most)
      refusals.push_back({text_too_long, std::string(bound.field), {std::to_string(bound.most)}});
}

}  // namespace

base::Refusals check(const Particulars& said, base::Day today) {
  base::Refusals refusals;
  const auto refuse = [&](RefusalCode code, std::string_view field) { refusals.push_back({code, std::string(field)}); };
  if (said.reference.empty())
    refuse(reference_missing, field::reference);
  else if (said.reference.size() > longest_reference || !good_reference(said.reference))
    refuse(bad_reference, field::reference);
  if (said.insured.name.empty()) refuse(insured_missing, field::insured);
  if (said.vehicle.make.empty()) refuse(make_missing, field::make);
  if (!said.vehicle.vin.empty() && (said.vehicle.vin.size() != vin_length || !base::all_alphanumeric(said.vehicle.vin)))
    refuse(bad_vin, field::vin);
  if (said.insurer.code.size() > longest_code || !base::all_alphanumeric(said.insurer.code))
    refuse(bad_insurer_code, field::insurer_code);
  if (said.claim_day && *said.claim_day > today) refuse(claim_to_come, field::claim_day);
  if (said.claim_day && said.inspection_day && *said.inspection_day < *said.claim_day)
    refuse(inspected_before, field::inspection_day);
  if (!said.place.postal_code.empty() && places::communes_of(said.place.postal_code).empty())
    refuse(bad_postal_code, field::postal_code);
  check_lengths(said, refusals);
  return refusals;
}

Place place_of(const std::string& postal_code, const std::string& typed_name) {
  Place place{.postal_code = postal_code, .name = typed_name};
  const auto communes = places::communes_of(postal_code);
  if (communes.empty()) return place;
  const std::string wanted = base::fold(typed_name);
  const auto named = std::find_if(communes.begin(), communes.end(), [&](const places::Commune& commune) {
    return base::fold(commune.name) == wanted || base::fold(places::short_name(commune)) == wanted;
  });
  const places::Commune& commune = named == communes.end() ? communes.front() : *named;
  if (place.name.empty()) place.name = std::string(places::short_name(commune));
  place.point = commune.point;
  return place;
}

base::Outcome<Particulars> particulars_of(const web::Fields& form, base::Day today) {
  base::Refusals refusals;
  Reader reader(form, refusals);
  const std::string postal_code = base::compact(form.get(field::postal_code));
  Particulars said{
      .reference = reader.text(field::reference),
      .claim_day = reader.day(field::claim_day),
      .inspection_day = reader.day(field::inspection_day),
      .insured = {.name = reader.text(field::insured),
                  .email = reader.checked<base::EmailAddress>(field::email, bad_email),
                  .phone = reader.phone(field::phone, postal_code)},
      .vehicle = {.make = reader.text(field::make),
                  .model = reader.text(field::model),
                  .plate = reader.checked<base::Plate>(field::plate, bad_plate),
                  .vin = base::compact(form.get(field::vin))},
      .insurer = {.code = base::compact(form.get(field::insurer_code)), .name = reader.text(field::insurer)},
      .principal = reader.text(field::principal),
      .claim_number = reader.text(field::claim_number),
      .place = place_of(postal_code, reader.text(field::place)),
      .mode = mode_from_text(form.get(field::mode)).value_or(Mode::on_site)};
  for (auto& refusal : check(said, today)) refusals.push_back(std::move(refusal));
  if (!refusals.empty()) return refusals;
  return said;
}

web::Fields typed_of(const File& file) {
  web::Fields typed;
  const auto add = [&](std::string_view name, std::string value) { typed.add(std::string(name), std::move(value)); };
  const auto day = [](const std::optional<base::Day>& at) { return at ? at->iso() : std::string(); };
  add(field::reference, file.reference);
  add(field::siret, file.siret);
  add(field::claim_day, day(file.claim_day));
  add(field::inspection_day, day(file.inspection_day));
  add(field::insured, file.insured.name);
  add(field::email, file.insured.email);
  const auto phone = base::Phone::parse(file.insured.phone);
  add(field::phone, phone ? phone->national() : file.insured.phone);
  add(field::make, file.vehicle.make);
  add(field::model, file.vehicle.model);
  add(field::plate, file.vehicle.plate);
  add(field::vin, file.vehicle.vin);
  add(field::insurer_code, file.insurer.code);
  add(field::insurer, file.insurer.name);
  add(field::principal, file.principal);
  add(field::claim_number, file.claim_number);
  add(field::postal_code, file.place.postal_code);
  add(field::place, file.place.name);
  return typed;
}

}  // namespace motor::file
