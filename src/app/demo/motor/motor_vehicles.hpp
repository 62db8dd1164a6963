// Invented vehicles, insurers and insured of desk motor's demo.
#pragma once

#include "app/demo/names.hpp"
#include "desks/motor/file/file_creation.hpp"

namespace app::demo::motor_desk {

// What a firm types of a new file; `number` makes each another.
motor::file::Particulars particulars(Dice& dice, int number, const base::Siret& siret, base::Day claim_day);

}  // namespace app::demo::motor_desk
