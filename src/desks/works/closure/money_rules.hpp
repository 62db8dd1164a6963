// What a closed job owes and a closed claim earns (W27, W28). Pure.
#pragma once

#include <span>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace works::closure {

struct Taxed {
  base::Money net;  // HT
  base::Money vat;
  base::Money gross() const { return net + vat; }
};

// W27: 10 % of the job's invoiced amount HT, plus VAT; each rounded once.
Taxed commission(base::Money invoiced_ht, base::Rate vat);

// W28: 50 € HT, plus VAT if the broker is liable.
Taxed bonus(bool vat_liable, base::Rate vat);

std::span<const base::Rule> rules();

}  // namespace works::closure
