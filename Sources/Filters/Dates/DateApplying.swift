import QuandianText

extension DateParser {
    func numbers(_ piece: DatePiece) -> [DateToken] { tokens[piece.tokens].filter { $0.sign.isNumber } }

    /// Adds a piece to a reading; false where its numbers make no date.
    func apply(_ piece: DatePiece, to reading: inout DateReading, _ index: Int) -> Bool {
        let numbers = numbers(piece)
        return applyYear(piece, numbers, to: &reading) ?? applyMonth(piece, numbers, to: &reading)
            ?? applyDay(piece, numbers, to: &reading) ?? applyClock(piece, numbers, index, to: &reading) ?? false
    }
}
