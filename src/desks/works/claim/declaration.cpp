#include "desks/works/claim/declaration.hpp"

#include <algorithm>
#include <map>

#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "desks/works/claim/claim_kind.hpp"
#include "desks/works/claim/insurer.hpp"
#include "desks/works/trade/trade.hpp"
#include "floor/places/communes.hpp"

namespace works::claim {
namespace {

// Gathers refusals while the fields are read one after the other.
class Reader {
 public:
  explicit Reader(const Form& form, base::Day today) : form_(form), today_(today) {}

  void refuse(RefusalCode code, std::string field, std::vector<std::string> details = {}) {
    refusals_.push_back({code, std::move(field), std::move(details)});
  }

  std::string text(const std::string& typed, const std::string& field, int limit = short_text_limit) {
    std::string value = base::squeeze(typed);
    if (base::count_code_points(value) > static_cast<std::size_t>(limit))
      refuse(text_too_long, field, {std::to_string(limit)});
    return value;
  }
  std::string required(const std::string& typed, const std::string& field, RefusalCode missing) {
    std::string value = text(typed, field);
    if (value.empty()) refuse(missing, field);
    return value;
  }
  std::optional<std::string> email(const std::string& typed, const std::string& field) {
    if (base::trim(typed).empty()) return std::nullopt;
    const auto address = base::EmailAddress::parse(typed);
    if (!address) refuse(bad_email, field);
    return address ? std::optional(address->text()) : std::nullopt;
  }
  std::optional<base::Day> day(const std::string& typed, const std::string& field) {
    if (base::trim(typed).empty()) return std::nullopt;
    const auto value = base::Day::from_iso(base::trim(typed));
    if (!value) refuse(bad_day, field);
    return value;
  }

  void read_kind(Declaration& into) {
    into.kind = form_.kind;
    if (find_claim_kind(form_.kind) == nullptr) refuse(kind_missing, "kind");
    into.loss_day = day(form_.loss_day, "loss_day");
    if (into.loss_day && *into.loss_day > today_) refuse(loss_in_future, "loss_day");
    into.emergency = form_.emergency;
    into.needed_from = day(form_.needed_from, "needed_from").value_or(today_);
    if (into.needed_from < today_) refuse(needed_in_past, "needed_from");
  }

  void read_insured(Declaration& into) {
    into.insured.name = required(form_.insured_name, "insured_name", insured_name_missing);
    const auto phone = base::Phone::parse(form_.insured_phone, base::trim(form_.postal_code));
    if (!phone)
      refuse(bad_phone, "insured_phone");
    else
      into.insured.phone = phone->e164();
    into.insured.email = email(form_.insured_email, "insured_email");
  }

  void read_informed() {
    if (!form_.insured_informed) refuse(insured_not_informed, "insured_informed");
  }

  void read_place(Declaration& into) {
    into.place.address = required(form_.address, "address", address_missing);
    const std::string_view code = base::trim(form_.postal_code);
    const auto communes = places::communes_of(code);
    if (communes.empty()) return refuse(unknown_postal_code, "postal_code");
    const auto* commune = communes.size() == 1 ? &communes.front() : places::find(form_.insee, code);
    if (commune == nullptr) return refuse(commune_missing, "insee");
    into.place.postal_code = commune->postal_code;
    into.place.insee = commune->insee;
    into.place.name = places::short_name(*commune);
    into.place.lat_e6 = commune->point.lat_e6;
    into.place.lon_e6 = commune->point.lon_e6;
    into.place.position_method = places::to_text(commune->method);
    into.place.position_error_m = commune->error_radius_m;
  }

  // W13: what the tradesman reads before accepting must hold no phone number nor address.
  void read_description(Declaration& into) {
    into.description = text(form_.description, "description", description_limit);
    if (base::holds_contact_details(into.description)) refuse(description_leaks, "description");
  }

  void read_insurer(Declaration& into) {
    if (!form_.insurer.empty()) {
      const auto* insurer = find_insurer(form_.insurer);
      if (insurer == nullptr)
        refuse(unknown_insurer, "insurer");
      else
        into.insurer_name = insurer->name;
    }
    into.insurer = form_.insurer;
    into.insurer_email = email(form_.insurer_email, "insurer_email");
    into.insurer_claim_number = text(form_.insurer_claim_number, "insurer_claim_number");
  }

  // W12: one firm takes all trades unless the broker splits them into lots 1, 2, 3…
  void read_lots(Declaration& into) {
    std::map<int, std::vector<std::string>> by_number;
    for (const auto& choice : form_.trades)
      if (trade::find(choice.trade) != nullptr && choice.lot >= 1 && choice.lot <= most_lots)
        by_number[choice.lot].push_back(choice.trade);
    if (by_number.empty()) return refuse(trade_missing, "trades");
    for (auto& [number, trades] : by_number) {
      if (number != static_cast<int>(into.lots.size()) + 1) return refuse(lot_numbers_skip, "trades");
      std::sort(trades.begin(), trades.end());
      trades.erase(std::unique(trades.begin(), trades.end()), trades.end());
      into.lots.push_back(std::move(trades));
    }
  }

  template <class Part>
  base::Outcome<Part> result(Part read) {
    if (!refusals_.empty()) return std::move(refusals_);
    return read;
  }

 private:
  const Form& form_;
  base::Day today_;
  base::Refusals refusals_;
};

}  // namespace

base::Outcome<Declaration> check(const Form& form, base::Day today) {
  Reader reader(form, today);
  Declaration read{};
  reader.read_kind(read);
  reader.read_insured(read);
  reader.read_informed();
  reader.read_place(read);
  reader.read_description(read);
  reader.read_insurer(read);
  reader.read_lots(read);
  read.form_key = form.form_key;
  return reader.result(std::move(read));
}

base::Outcome<Insured> check_insured(const Form& form) {
  Reader reader(form, {});
  Declaration read{};
  reader.read_insured(read);
  return reader.result(std::move(read.insured));
}

base::Outcome<InsurerFacts> check_insurer(const Form& form) {
  Reader reader(form, {});
  Declaration read{};
  reader.read_insurer(read);
  return reader.result(InsurerFacts{std::move(read.insurer), std::move(read.insurer_name),
                                    std::move(read.insurer_email), std::move(read.insurer_claim_number)});
}

}  // namespace works::claim
