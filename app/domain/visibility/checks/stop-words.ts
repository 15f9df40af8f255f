/** The words that carry grammar rather than subject, of the languages we meet most. */
const stopWords = new Set(
  `a about after all also an and any are as at be been before being but by can could did do does each for from had has have he her
   here him his how i if in into is it its just like may me more most my no not now of off on one only or other our out over own
   per she should so some such than that the their them then there these they this those through to too under up us very was we
   were what when where which while who why will with would you your
   aber alle als am an auch auf aus bei beim bin bis da damit dann das dass dem den der des die dies diese dieser doch du durch ein
   eine einem einen einer eines er es für hat haben hier ich ihr ihre im in ist ja kann kein können mehr mit nach nicht noch nur ob
   oder sehr sein seine sich sie sind so über um und uns unser unsere unter vom von vor war was weil wenn wer werden wie wir wird zu
   zum zur
   au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur lui mais ne nous on ou par pas pour que qui sa se
   ses son sont sur un une vous
   al como con de del el ella en es esta este la las lo los más no o para pero por que se sin su sus un una y
   che da dei del della di e gli i il in la le lo nel non per più sono su un una
   aan als bij dat de die een en er het hij ik in is je maar met naar niet of om ook op te van voor was we wij zijn
   com da das do dos e em é mais na nas no nos o os para por que se uma um
   bir bu da de için ile ve
   что это как на не по из для он она они мы вы его и в с а но или
   och att av den det de en ett för från har i inte med men om på sig som till var vi är
   ale bez być czy dla do i jak jest już na nad nie o od oraz po pod przez przy są się ta tak także te tego tej to tu w we z za ze że
   ama bu çok daha gibi göre hem her ise kadar mi ne o olan olarak ve veya ya
   من في على إلى عن مع هذا هذه ذلك التي الذي الذين أن إن كان كانت قد لا ما لم لن هو هي هم كما أو ثم كل بعد قبل عند بين حتى إذا
   alla alle al allo ai agli anche chi ci come dal dalla dalle dai dopo essere fra ha hanno lei ma mi ogni perché prima quando quella
   quello questa questo questi queste sarà senza si sia sta tra tutti tutto un' è
   daar dan deze dit dus geen hebben heeft hun kan kunnen moet over uit uw veel want wat wie wordt worden zich zijn zo zonder
   ao aos às até cada como das depois ela ele entre essa esse esta este foi há isso já mas mesmo muito nem nos não onde ou pela pelo quando
   quem sem ser seu sua são só também ter tem à
   ama aynı ben bir biz böyle bunu bütün değil diye fakat hiç ile ise kadar ki mı mu mü nasıl ne olan olur onu sen siz sonra şu var yok
   zaten çünkü önce üzere
   без бы был была были было быть вас вам все всё всех где да даже для до его ее её если есть еще ещё же за здесь из или им их к как
   когда которая которые который кто ли либо меня мне много может можно мой наш нам нас него нет ни них но ну о об однако она они оно
   от перед под после потом потому почти при про раз с сам себя сейчас со так также такой там те тем то того тоже той только том ту ты
   у уже хотя чего чем через чтобы эта эти этих это этого этой этом этот я
   bardzo bo bym byl był była było były co czyli gdy gdzie ich jeszcze jego jej kiedy kto które który która lub ma mnie nich niej nim nas
   oni ona ono pan przed tam ten też tych tylko tym więc wszystko są żeby
   alla allt andra blir dem denna dessa detta dig din du efter eller få han hade hon hur här kan man mer mot mycket ni nu när också
   oss samma sedan sin ska skulle så utan vad vara varje vem vid åt än är över
   我 你 他 她 们 我们 你们 他们 这 那 这个 那个 一个 没有 可以 就是 因为 所以 如果 但是 以及
   これ それ あれ この その あの ここ そこ ます です する した して いる ある など から まで より こと もの ため
   우리 저희 그는 그녀 이것 그것 때문에 그래서 그러나 있으며 없는 없다 되는 된다 합니다 입니다 있습니다 않습니다 모든 매우 가장 함께
   이 그 저 것 수 등 및 더 또 또는 그리고 하지만 있다 있는 하는 한다 합니다 있습니다 위해 대한`.split(/\s+/),
);

/** The last code point of the Latin blocks: outside them two characters can be a whole word. */
const lastLatin = 0x24f;

export function isContentWord(word: string): boolean {
  if (stopWords.has(word) || /^\d/.test(word)) return false;
  return word.length > 2 || (word.codePointAt(0) ?? 0) > lastLatin;
}

export function contentWords(words: readonly string[]): string[] {
  return words.filter(isContentWord);
}
