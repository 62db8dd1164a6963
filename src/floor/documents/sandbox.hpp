// How a process that reads what strangers sent gives up what it could do wrong with it. No way back.
#pragma once

namespace documents {

enum class Sandbox {
  computing,     // its open files and its memory only
  foreign_tool,  // and: run a program, open files for reading (its libraries and fonts)
};

// Memory, time, files and privileges bounded; system calls beyond the list answer EPERM. False when the kernel does not
// let us: the caller must then not read the file.
bool enter(Sandbox sandbox);

}  // namespace documents
