#include "desks/credit/file/concerned.hpp"

#include <algorithm>
#include <map>

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/offer/call_reminders.hpp"
#include "desks/credit/offer/offer.hpp"
#include "desks/credit/offer/owed_quotes.hpp"

namespace credit::file {
namespace {

using Names = std::map<std::int64_t, std::string>;  // by id of the subject

bool any_of_kind(std::span<const deadlines::Deadline> delays, std::string_view kind) {
  return std::any_of(delays.begin(), delays.end(),
                     [kind](const deadlines::Deadline& delay) { return delay.subject_kind == kind; });
}

Names asked(db::Transaction& tx, PlacementId placement) {
  Names names;
  for (const auto& copy : blind_test::copies_of(tx, placement))
    names.emplace(copy.submission.value,
                  copy.insurer_name + (copy.test_number > 1 ? ", test " + std::to_string(copy.test_number) : ""));
  return names;
}

Names offering(db::Transaction& tx, PlacementId placement) {
  Names names;
  for (const auto& offer : offer::offers_of(tx, placement)) names.emplace(offer.id.value, offer.insurer_name);
  return names;
}

Names called(db::Transaction& tx, PlacementId placement) {
  Names names;
  for (const auto& [call, insurer] : offer::insurers_called(tx, placement)) names.emplace(call, insurer);
  return names;
}

}  // namespace

std::vector<std::string> insurers_concerned(db::Transaction& tx, PlacementId placement,
                                            std::span<const deadlines::Deadline> delays) {
  std::map<std::string_view, Names> known;
  if (any_of_kind(delays, blind_test::submission_subject) || any_of_kind(delays, offer::quote_subject))
    known[blind_test::submission_subject] = known[offer::quote_subject] = asked(tx, placement);
  if (any_of_kind(delays, offer::offer_subject)) known[offer::offer_subject] = offering(tx, placement);
  if (any_of_kind(delays, offer::call_subject)) known[offer::call_subject] = called(tx, placement);
  std::vector<std::string> concerned;
  for (const auto& delay : delays) {
    const Names& names = known[delay.subject_kind];
    const auto found = names.find(delay.subject_id);
    concerned.push_back(found == names.end() ? std::string() : found->second);
  }
  return concerned;
}

std::string delay_title(std::string_view label, const std::string& concerned) {
  return std::string(label) + (concerned.empty() ? "" : " · " + concerned);
}

}  // namespace credit::file
