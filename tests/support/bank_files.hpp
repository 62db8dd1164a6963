// What a bank sends, written for tests: valid against the schemas unless a test spoils it.
#pragma once

#include <string>
#include <vector>

#include "base/money.hpp"

namespace support::bank {

// Of nobody; only their checksums are right.
inline constexpr const char* our_iban = "FR1420041010050500013M02606";
inline constexpr const char* our_bic = "PSSTFRPPPAR";
inline constexpr const char* our_creditor_id = "FR72ZZZ123456";

struct Movement {
  std::string end_to_end_id = {};
  base::Money amount = {};
  bool credit = true;
  std::string return_code = {};  // "MD06": a return
  std::string reference = {};    // the bank's
  std::string group_id = {};     // a global entry
  std::string currency = "EUR";
};
struct Report {
  std::string id = "RELEVE-1";
  int number = 1;
  base::Money opening = {};
  std::vector<Movement> movements = {};
  std::string iban = our_iban;
  std::string version = "08";
};
std::string statement(const Report& report);     // camt.053; the closing balance fits
std::string notification(const Report& report);  // camt.054

struct Refused {
  std::string group_id;  // all of it, when the next is empty
  std::string end_to_end_id = {};
  std::string code = "AC04";
  std::string status = "RJCT";
};
std::string status_report(const std::string& original_message_id, const std::vector<Refused>& refused,
                          const std::string& version = "11");  // pain.002

}  // namespace support::bank
