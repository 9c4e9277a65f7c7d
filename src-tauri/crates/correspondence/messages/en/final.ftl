# The final notice: where and when the claim will be filed, and how to settle before that.

final-subject = Notice before a claim is filed
final-passed = On { $demanded } I sent you a formal demand for payment with a deadline of { $deadline }. That deadline has passed and the debt is still open.
final-passed-extended = On { $demanded } I sent you a formal demand for payment with a deadline of { $deadline }, which I later extended to { $extended }. That day has passed too and the debt is still open.
final-account = This is what is owed on { $date }:
final-filing = I will file a claim for this debt with { $court } on { $filing }, unless { $total } has reached me by { $deadline }.
final-filing-date = Date of filing
final-filing-court = Court
final-licence = { $clause } governs the licence to use the pictures; my rights under it are unchanged.
final-answer = If you dispute the debt or want to propose instalments, write to me before that day: { $contact }.
