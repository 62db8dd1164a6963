// C36: the duty of advice (C. ass. L521-2, L521-4). What the file must hold before the client accepts. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/credit/placement/placement_states.hpp"

namespace credit::acceptance {

struct AdviceFile {
  std::optional<base::Day> mandate_signed = {};  // placement mandate
  // What the broker tells about himself; empty: not told.
  std::string orias = {};
  std::string supervisor = {};
  std::string complaints = {};
  std::string insurer_links = {};
  std::string remuneration = {};
  std::string needs = {};           // the client's, in writing
  std::string recommendation = {};  // why this offer
  std::optional<base::Instant> recommended = {};
  std::optional<base::Instant> acknowledged = {};  // by the client

  friend bool operator==(const AdviceFile&, const AdviceFile&) = default;
};

enum class Advice {
  placement_mandate,
  orias,
  supervisor,
  complaints,
  insurer_links,
  remuneration,
  needs,
  recommendation,
  acknowledgement,
};
std::string_view to_text(Advice part);
std::string_view label(Advice part);

// What is missing, in the order in which it is gathered. An acknowledgement older than the recommendation is none.
std::vector<Advice> missing(const AdviceFile& file);

// Whether the advice may be written: not while the client's answer or his policy rests on it.
bool advice_open(placement::Step step);
// The advice as it was typed anew: a new recommendation is of now, and whatever changes is to be acknowledged again.
AdviceFile amended(const AdviceFile& before, AdviceFile typed, base::Instant now);

std::span<const base::Rule> advice_rules();

}  // namespace credit::acceptance
