// Notes what is wrong with a case before anything is calculated from it.
#pragma once

#include <string>

#include "base/money.hpp"
#include "base/outcome.hpp"

namespace credit::engine {

class Checks {
 public:
  // Added before every field: "terms/".
  explicit Checks(std::string path = {}) : path_(std::move(path)) {}

  void refuse(const base::RefusalCode& code, const std::string& field, std::vector<std::string> details = {});
  void amount(base::Money value, const std::string& field);           // 0 to 10 billion euros
  void positive_amount(base::Money value, const std::string& field);  // above 0
  void rate(base::Rate value, base::Rate least, base::Rate most, const std::string& field);
  void multiple(base::Rate value, const std::string& field);  // of the limite de décaissement
  void days(int value, int least, int most, const std::string& field);
  void day_of_month(int value, const std::string& field);  // one that every month has
  void count(std::size_t value, int most, const std::string& field);
  void append(const base::Refusals& more);

  bool ok() const { return refusals_.empty(); }
  const base::Refusals& refusals() const { return refusals_; }

 private:
  std::string path_;
  base::Refusals refusals_;
};

}  // namespace credit::engine
